package dev.leadkit.condition.logic;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.Condition;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.InteractionCondition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes goals apart until they are met or every way to meet them contradicts itself. For one proof. */
final class Tableau {

    /** Each choice is taken one call deeper. */
    private static final int MOST_CHOICES = 500;

    private int left;

    Tableau(int mostSteps) {
        this.left = mostSteps;
    }

    /** False if it is proved that no lead meets all the goals; true where that is open, also for want of steps. */
    boolean canHold(List<Goal> goals) {
        return new Work(Branch.EMPTY, goals, List.of()).canHold();
    }

    /** One way to meet the goals: what follows from it, what is still to be taken apart, and what is still to be chosen. */
    private final class Work {

        private final Deque<Goal> open = new ArrayDeque<>();
        private final List<List<Goal>> choices;
        private Optional<Branch> branch;

        private Work(Branch branch, Collection<Goal> open, List<List<Goal>> choices) {
            this.branch = Optional.of(branch);
            this.open.addAll(open);
            this.choices = new ArrayList<>(choices);
        }

        private boolean canHold() {
            while (branch.isPresent() && !open.isEmpty()) {
                if (left <= 0) {
                    return true;
                }
                left--;
                take(open.removeFirst());
            }
            return branch.map(this::choose).orElse(false);
        }

        private void take(Goal goal) {
            Condition condition = goal.condition();
            if (condition instanceof Condition.Not not) {
                open.add(new Goal(not.part(), goal.sign().ofNegated()));
            } else if (condition instanceof Condition.All all) {
                split(all.parts(), goal.sign(), goal.sign().needsAllOfConjunction());
            } else if (condition instanceof Condition.Any any) {
                split(any.parts(), goal.sign(), !goal.sign().needsAllOfConjunction());
            } else if (condition instanceof InteractionCondition count) {
                take(count, goal.sign());
            } else if (condition instanceof AgeCondition age) {
                branch = branch.flatMap(known -> known.with(age, goal.sign()));
            } else if (condition instanceof FieldCondition<?> asked) {
                branch = branch.flatMap(known -> known.with(asked, goal.sign()));
            }
        }

        private void split(List<? extends Condition> parts, Sign sign, boolean all) {
            List<Goal> goals = parts.stream().map(part -> new Goal(part, sign)).toList();
            if (all || goals.size() == 1) {
                open.addAll(goals);
            } else {
                choices.add(goals);
            }
        }

        /** A count is outside of two bounds on one side or on the other. */
        private void take(InteractionCondition count, Sign sign) {
            if (sign.holds() || count.atLeast() == 0 || count.atMost().isEmpty()) {
                branch = branch.flatMap(known -> known.with(count, sign));
                return;
            }
            List<Condition> sides = List.of(
                    new InteractionCondition(count.filter(), count.within(), count.atLeast(), OptionalInt.empty()),
                    new InteractionCondition(count.filter(), count.within(), 0, count.atMost()));
            split(sides, sign, false);
        }

        /** Choices come last: most of what could be chosen contradicts at once what is known by then. */
        private boolean choose(Branch known) {
            if (choices.isEmpty() || choices.size() > MOST_CHOICES) {
                return true;
            }
            List<List<Goal>> rest = choices.subList(1, choices.size());
            return choices.get(0).stream().anyMatch(goal -> new Work(known, List.of(goal), rest).canHold());
        }
    }
}
