package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.Truth;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.lead.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Collects what a condition looks at, each field once, of each question about interactions the newest few. */
final class ConditionEvidence {

    private static final int MOST_INTERACTIONS = 20;

    private final Facts facts;
    private final Set<Evidence> found = new LinkedHashSet<>();

    private ConditionEvidence(Facts facts) {
        this.facts = facts;
    }

    static List<Evidence> of(Condition condition, Facts facts) {
        ConditionEvidence evidence = new ConditionEvidence(facts);
        condition.leaves().forEach(evidence::add);
        return new ArrayList<>(evidence.found);
    }

    private void add(Condition leaf) {
        leaf.fields().forEach(field -> found.add(field(field)));
        if (leaf instanceof InteractionCondition count) {
            addInteractions(count);
        }
    }

    /** Problems are told where the condition is answered, so that looking at its parts again adds none to the score's. */
    private void addInteractions(InteractionCondition count) {
        Function<Interaction, Truth> wanted = count.filter().asking(problem -> {});
        EachRule.newest(
                        facts,
                        MOST_INTERACTIONS,
                        event -> isRecent(count, event) && wanted.apply(event.interaction()) == Truth.TRUE)
                .forEach(event -> found.add(interaction(event)));
    }

    private <T> Evidence field(Field<T> field) {
        Optional<T> value = facts.lead().get(field);
        return new Evidence.OfField(
                field.name(),
                value.isPresent(),
                value.filter(known -> !isPersonal(field)).map(field.type()::format));
    }

    /** A condition made in code may name a field without saying that it is personal; the lead's own value knows. */
    private boolean isPersonal(Field<?> field) {
        return field.personal()
                || facts.lead().values().personal().text(field.name()).isPresent();
    }

    private boolean isRecent(InteractionCondition count, Interacted event) {
        return count.within()
                .map(window -> EachRule.age(facts, event).compareTo(window) <= 0)
                .orElse(true);
    }

    private Evidence interaction(Interacted event) {
        return new Evidence.OfInteraction(
                event.id(), event.interaction().type(), EachRule.age(facts, event), Optional.empty());
    }
}
