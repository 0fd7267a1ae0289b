package dev.leadkit.scoring.review;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.condition.Truth;
import dev.leadkit.event.Interacted;
import dev.leadkit.lead.Field;
import dev.leadkit.scoring.model.InteractionRule;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts what a sample of leads has of what rules ask about. Not thread-safe. */
final class SampleLint {

    private final List<Placed> rules;
    private final Set<String> filled = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private long leads;

    SampleLint(List<Placed> rules) {
        this.rules = rules;
    }

    void look(Facts facts) {
        leads++;
        facts.lead().values().fields().forEach(field -> filled.add(key(field)));
        facts.interactions().forEach(event -> seen.add(event.interaction().type()));
        for (Placed placed : rules) {
            if (!held.contains(placed.path()) && holds(placed, facts)) {
                held.add(placed.path());
            }
        }
    }

    private static String key(Field<?> field) {
        return field.type().name() + " " + field.name();
    }

    /** Whether a rule that is made of conditions, or about interactions, finds something. */
    private static boolean holds(Placed placed, Facts facts) {
        boolean found =
                placed.rule().cases().stream().anyMatch(each -> each.when().evaluate(facts, fault -> {}) == Truth.TRUE);
        return found
                || (placed.rule() instanceof InteractionRule each
                        && facts.interactions().stream().anyMatch(event -> isMeant(each.each(), event)));
    }

    private static boolean isMeant(InteractionFilter filter, Interacted event) {
        return filter.evaluate(event.interaction(), fault -> {}) == Truth.TRUE;
    }

    void check(List<Remark> remarks) {
        if (leads > 0) {
            rules.forEach(placed -> check(placed, remarks));
        }
    }

    private void check(Placed placed, List<Remark> remarks) {
        Asked asked = Asked.by(placed.rule());
        Set<String> gaps = new LinkedHashSet<>();
        for (Field<?> field : asked.fields()) {
            if (!filled.contains(key(field)) && gaps.add(field.name())) {
                remarks.add(new Remark(
                        placed.path(),
                        Remark.Kind.FIELD_UNFILLED,
                        "none of the " + leads + " leads of the sample has a value in the field " + field.name()
                                + "."));
            }
        }
        for (InteractionFilter filter : asked.filters()) {
            boolean unseen =
                    !filter.types().isEmpty() && filter.types().stream().noneMatch(seen::contains);
            if (unseen && gaps.add(filter.toString())) {
                remarks.add(new Remark(
                        placed.path(),
                        Remark.Kind.INTERACTION_UNSEEN,
                        "none of the " + leads + " leads of the sample has an interaction of type "
                                + String.join(" or ", filter.types()) + "."));
            }
        }
        boolean told = asked.fields().isEmpty() && asked.filters().isEmpty();
        if (gaps.isEmpty() && !told && !held.contains(placed.path())) {
            remarks.add(new Remark(
                    placed.path(),
                    Remark.Kind.SILENT,
                    "the rule holds for none of the " + leads
                            + " leads of the sample, though what it asks about is there."));
        }
    }
}
