package dev.leadkit.condition.index;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest.Matches;
import dev.leadkit.condition.InteractionCondition;

/** Tells what has a regular expression in it: only that can report a fault, and it is evaluated as it stands. */
final class Regular {

    private Regular() {}

    static boolean isIn(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().anyMatch(Regular::isIn);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(Regular::isIn);
        }
        if (condition instanceof Condition.Not not) {
            return isIn(not.part());
        }
        if (condition instanceof InteractionCondition count) {
            return count.filter().hasPattern();
        }
        return condition instanceof FieldCondition<?> leaf && leaf.test() instanceof Matches;
    }
}
