package dev.leadkit.scoring.explain;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.logic.Logic;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;

/** Proofs that outcomes never go together, no more than a number of them. For one search; not thread-safe. */
final class Contradictions {

    private final IdentityHashMap<Outcome, IdentityHashMap<Outcome, Boolean>> pairs = new IdentityHashMap<>();
    private int left = SmallestChange.MOST_PROOFS;

    /** Whether proofs were left out. */
    boolean isExhausted() {
        return left < 0;
    }

    /** Whether two outcomes, in both of which something is true, never go together. */
    boolean isProven(Outcome one, Outcome other) {
        if (one.holding().isEmpty() || other.holding().isEmpty()) {
            return false;
        }
        return pairs.computeIfAbsent(one, none -> new IdentityHashMap<>())
                .computeIfAbsent(other, none -> isProven(List.of(one, other)));
    }

    /** Whether outcomes never go together: wherever all is true that must be, something is true that must not. */
    boolean isProven(Collection<Outcome> all) {
        left--;
        return left >= 0 && isRefuted(all);
    }

    /** The same whatever was proved before. */
    static boolean isRefuted(Collection<Outcome> all) {
        return Logic.implies(
                new Condition.All(
                        all.stream().flatMap(each -> each.holding().stream()).toList()),
                new Condition.Any(
                        all.stream().flatMap(each -> each.failing().stream()).toList()));
    }
}
