package dev.leadkit.examples.benchmarks.scoring;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;

import dev.leadkit.condition.Condition;
import dev.leadkit.examples.benchmarks.workload.Ask;
import dev.leadkit.examples.benchmarks.workload.Attribute;
import dev.leadkit.examples.benchmarks.workload.EventRule;
import dev.leadkit.examples.benchmarks.workload.Group;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.scoring.model.DimensionBuilder;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The rules of the workload as an ordinary scoring model: a dimension for each group that has rules. */
final class LeadKitModel {

    static final Field<String> TOPIC = Field.text("topic");

    private final boolean regex;

    private LeadKitModel(boolean regex) {
        this.regex = regex;
    }

    static ScoringModel of(RuleSet rules) {
        return new LeadKitModel(false).model(rules);
    }

    /** The same, but parts and beginnings of texts are asked for by regular expressions. */
    static ScoringModel withRegex(RuleSet rules) {
        return new LeadKitModel(true).model(rules);
    }

    private ScoringModel model(RuleSet rules) {
        ScoringModelBuilder model = ScoringModel.builder("benchmark", rules.name());
        for (int group = 0; group < rules.groups().size(); group++) {
            int place = group;
            if (!rules.isUsed(group)) {
                continue;
            }
            Group limits = rules.groups().get(group);
            model.dimension("group" + group, dimension -> {
                rules.attributes().stream()
                        .filter(rule -> rule.group() == place)
                        .forEach(rule -> dimension.rule(rule.id(), condition(rule.when()), rule.points()));
                rules.events().stream().filter(rule -> rule.group() == place).forEach(rule -> add(dimension, rule));
                dimension.floor(limits.floor()).cap(limits.cap());
            });
        }
        return model.build();
    }

    static Field<String> text(Attribute.Text attribute) {
        return Field.text(attribute.name());
    }

    static Field<BigDecimal> number(Attribute.Amount attribute) {
        return Field.number(attribute.name());
    }

    private Condition condition(Ask ask) {
        if (ask instanceof Ask.OneOf oneOf) {
            return field(text(oneOf.attribute())).in(oneOf.values());
        } else if (ask instanceof Ask.Range range) {
            return range(range);
        } else if (ask instanceof Ask.Contains contains) {
            return regex
                    ? field(text(contains.attribute())).matches(quoted(contains.part()))
                    : field(text(contains.attribute())).contains(contains.part());
        } else if (ask instanceof Ask.Prefix prefix) {
            return regex
                    ? field(text(prefix.attribute())).matches("^" + quoted(prefix.start()))
                    : field(text(prefix.attribute())).startsWith(prefix.start());
        }
        return new Condition.All(
                ((Ask.All) ask).parts().stream().map(this::condition).toList());
    }

    private static String quoted(String text) {
        return text.replaceAll("[^A-Za-z0-9 ]", "\\\\$0");
    }

    /** The fields that the rules ask about. */
    static FieldCatalog catalog() {
        List<Field<?>> fields = new ArrayList<>();
        Attribute.texts().forEach(attribute -> fields.add(text(attribute)));
        Attribute.numbers().forEach(attribute -> fields.add(number(attribute)));
        FieldCatalog standard = FieldCatalog.standard();
        fields.removeIf(field -> standard.find(field.name()).isPresent());
        return FieldCatalog.of(fields);
    }

    private static Condition range(Ask.Range range) {
        Field<BigDecimal> number = number(range.attribute());
        if (range.low().isPresent() && range.high().isPresent()) {
            return field(number).between(range.low().get(), range.high().get());
        }
        return range.low()
                .map(low -> field(number).atLeast(low))
                .orElseGet(() -> field(number).atMost(range.high().orElseThrow()));
    }

    private static void add(DimensionBuilder dimension, EventRule rule) {
        if (rule instanceof EventRule.Decay decay) {
            dimension.each(
                    rule.id(),
                    interaction(rule.type())
                            .where(field(TOPIC).is(decay.topic()))
                            .filter(),
                    Worth.points(decay.points())
                            .within(decay.within())
                            .halfLife(decay.halfLife())
                            .most(decay.most())
                            .cap(decay.cap()));
        } else if (rule instanceof EventRule.Count count) {
            dimension.rule(
                    rule.id(), interaction(rule.type()).within(rule.within()).atLeast(count.least()), count.points());
        } else if (rule instanceof EventRule.Idle idle) {
            dimension.rule(
                    rule.id(), interaction(rule.type()).within(rule.within()).none(), idle.points());
        }
    }
}
