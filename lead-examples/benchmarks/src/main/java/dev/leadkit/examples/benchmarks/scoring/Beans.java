package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.condition.index.LeadRecord;
import dev.leadkit.condition.index.Slot;
import dev.leadkit.event.Interaction;
import dev.leadkit.examples.benchmarks.workload.Act;
import dev.leadkit.examples.benchmarks.workload.Ask;
import dev.leadkit.examples.benchmarks.workload.Attribute;
import dev.leadkit.examples.benchmarks.workload.AttributeRule;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import dev.leadkit.scoring.engine.ScoringEngine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the values of an application's own objects into one record, lead after lead: only what the rules ask for, as an application would. What
 * leads did are LeadKit's interactions from the start.
 */
final class Beans {

    private final LeadRecord record;
    private final Person[] people;
    private final Attribute.Text[] texts;
    private final Attribute.Amount[] numbers;
    private final Slot<String>[] textSlots;
    private final Slot<BigDecimal>[] numberSlots;
    private final Interaction[][] interactions;
    private final Instant[][] moments;

    Beans(ScoringEngine engine, RuleSet rules, List<Person> people) {
        Set<Attribute> asked = new HashSet<>();
        rules.attributes().stream().map(AttributeRule::when).forEach(ask -> collect(ask, asked));
        this.record = engine.record();
        this.people = people.toArray(Person[]::new);
        this.texts = Attribute.texts().stream().filter(asked::contains).toArray(Attribute.Text[]::new);
        this.numbers = Attribute.numbers().stream().filter(asked::contains).toArray(Attribute.Amount[]::new);
        this.textSlots = slots(texts.length);
        this.numberSlots = slots(numbers.length);
        for (int i = 0; i < texts.length; i++) {
            textSlots[i] = engine.slot(LeadKitModel.text(texts[i]));
        }
        for (int i = 0; i < numbers.length; i++) {
            numberSlots[i] = engine.slot(LeadKitModel.number(numbers[i]));
        }
        boolean acts = !rules.events().isEmpty();
        LeadKitLead leads = new LeadKitLead();
        this.interactions = new Interaction[people.size()][];
        this.moments = new Instant[people.size()][];
        for (int i = 0; i < this.people.length; i++) {
            List<Act> all = acts ? this.people[i].acts() : List.of();
            interactions[i] = all.stream().map(leads::interaction).toArray(Interaction[]::new);
            moments[i] =
                    all.stream().map(act -> Instant.ofEpochMilli(act.getAt())).toArray(Instant[]::new);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of generic type cannot be made otherwise
    private static <F> Slot<F>[] slots(int count) {
        return new Slot[count];
    }

    private static void collect(Ask ask, Set<Attribute> asked) {
        if (ask instanceof Ask.OneOf oneOf) {
            asked.add(oneOf.attribute());
        } else if (ask instanceof Ask.Range range) {
            asked.add(range.attribute());
        } else if (ask instanceof Ask.Contains contains) {
            asked.add(contains.attribute());
        } else if (ask instanceof Ask.Prefix prefix) {
            asked.add(prefix.attribute());
        } else if (ask instanceof Ask.All all) {
            all.parts().forEach(part -> collect(part, asked));
        }
    }

    /** The record, filled with a lead. */
    LeadRecord record(int number) {
        Person person = people[number];
        record.clear();
        for (int i = 0; i < texts.length; i++) {
            record.set(textSlots[i], person.text(texts[i].place()));
        }
        for (int i = 0; i < numbers.length; i++) {
            record.set(numberSlots[i], person.number(numbers[i].place()));
        }
        Interaction[] acts = interactions[number];
        Instant[] at = moments[number];
        for (int i = 0; i < acts.length; i++) {
            record.interaction(acts[i], at[i]);
        }
        return record;
    }
}
