package dev.leadkit.scoring.learn;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.Truth;
import java.util.Optional;
import java.util.OptionalInt;

/** How many interactions there were, told apart only by a few steps: none, 1, 2, from 3, from 5, from 10, ... */
final class CountColumn extends Column {

    private static final int[] STEPS = {0, 1, 2, 3, 5, 10, 20, 50, 100};

    private final InteractionCondition question;

    CountColumn(String name, InteractionCondition question) {
        super(name);
        this.question = question;
    }

    @Override
    int code(Facts facts) {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (between(i, STEPS.length).evaluate(facts, fault -> {}) == Truth.TRUE) {
                return i;
            }
        }
        return MISSING;
    }

    @Override
    int[] settled() {
        int[] same = new int[STEPS.length];
        for (int i = 0; i < same.length; i++) {
            same[i] = i;
        }
        return same;
    }

    @Override
    int levels() {
        return STEPS.length;
    }

    @Override
    boolean isOrdered() {
        return true;
    }

    @Override
    Condition between(int from, int to) {
        OptionalInt most = to == STEPS.length ? OptionalInt.empty() : OptionalInt.of(STEPS[to] - 1);
        return from == 0 && most.isEmpty() ? counted(0, OptionalInt.of(Integer.MAX_VALUE)) : counted(STEPS[from], most);
    }

    private Condition counted(int least, OptionalInt most) {
        return new InteractionCondition(question.filter(), question.within(), least, most);
    }

    @Override
    Optional<Condition> missing() {
        return Optional.empty();
    }
}
