package dev.leadkit.scoring.review;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.logic.Logic;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** Proofs about pairs of conditions, no more than a number of them: many rules make very many pairs. Not thread-safe. */
final class Proofs {

    private final IdentityHashMap<Condition, Set<String>> subjects = new IdentityHashMap<>();
    private int left;
    private boolean exhausted;

    Proofs(int most) {
        this.left = most;
    }

    boolean excludes(Condition one, Condition other) {
        return isWorthwhile(one, other) && Logic.excludes(one, other);
    }

    boolean implies(Condition one, Condition other) {
        return isWorthwhile(one, other) && Logic.implies(one, other);
    }

    /** Whether a proof was left out. */
    boolean isExhausted() {
        return exhausted;
    }

    /** Whether a subject is the first that two conditions have in common, so that a pair is looked at once. */
    boolean isFirstCommon(String subject, Condition one, Condition other) {
        return subjects(one).stream()
                .filter(subjects(other)::contains)
                .findFirst()
                .equals(Optional.of(subject));
    }

    private boolean isWorthwhile(Condition one, Condition other) {
        if (Collections.disjoint(subjects(one), subjects(other))) {
            return false;
        }
        exhausted |= left <= 0;
        return left-- > 0;
    }

    /** What a condition asks about. */
    Set<String> subjects(Condition condition) {
        return subjects.computeIfAbsent(condition, asked -> Asked.by(asked).subjects());
    }
}
