package dev.leadkit.scoring.learn;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import java.util.List;
import java.util.Optional;

/** The answers to some questions of which at most one is true: the number of the true one. */
final class AnswerColumn extends Column {

    private final List<? extends Condition> questions;
    private final Optional<Condition> missing;

    AnswerColumn(String name, List<? extends Condition> questions, Optional<Condition> missing) {
        super(name);
        this.questions = List.copyOf(questions);
        this.missing = missing;
    }

    @Override
    int code(Facts facts) {
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).evaluate(facts, fault -> {}) == Truth.TRUE) {
                return i;
            }
        }
        return MISSING;
    }

    @Override
    int[] settled() {
        int[] same = new int[questions.size()];
        for (int i = 0; i < same.length; i++) {
            same[i] = i;
        }
        return same;
    }

    @Override
    int levels() {
        return questions.size();
    }

    @Override
    boolean isOrdered() {
        return false;
    }

    @Override
    Condition between(int from, int to) {
        return questions.get(from);
    }

    @Override
    Optional<Condition> missing() {
        return missing;
    }
}
