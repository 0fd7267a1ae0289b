package dev.leadkit.condition;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A question about a lead that is true, false or unknown; the package's documentation has the rules. Immutable and
 * thread-safe; {@link Conditions} makes them. {@code toString} is the question in words and shows no data of leads.
 */
public sealed interface Condition
        permits Condition.All, Condition.Any, Condition.Not, FieldCondition, InteractionCondition, AgeCondition {

    /** How many conditions may stand within each other, an inner one within its outer one. */
    int DEEPEST = 100;

    /**
     * Answers the question.
     *
     * @param facts the lead at a moment
     * @param problems told of what kept a part from being answered, such as a regular expression past its limit
     * @return the answer; never throws for a lead
     */
    Truth evaluate(Facts facts, Consumer<Fault> problems);

    /**
     * Both this and another.
     *
     * @param other the other condition
     * @return true where both are
     */
    default Condition and(Condition other) {
        return new All(this instanceof All all ? joined(all.parts(), other) : List.of(this, other));
    }

    /**
     * This or another, or both.
     *
     * @param other the other condition
     * @return true where at least one is
     */
    default Condition or(Condition other) {
        return new Any(this instanceof Any any ? joined(any.parts(), other) : List.of(this, other));
    }

    /**
     * The questions that this one is made of.
     *
     * @return its parts that have no parts, in order; this one if it has none itself
     */
    default Stream<Condition> leaves() {
        if (this instanceof All all) {
            return all.parts().stream().flatMap(Condition::leaves);
        }
        if (this instanceof Any any) {
            return any.parts().stream().flatMap(Condition::leaves);
        }
        return this instanceof Not not ? not.part().leaves() : Stream.of(this);
    }

    /**
     * The fields that are asked about, not the properties of interactions.
     *
     * @return the field of each part that asks about one, in order; as often as it is asked about
     */
    default Stream<Field<?>> fields() {
        return leaves().flatMap(leaf -> {
            if (leaf instanceof FieldCondition<?> asked) {
                return Stream.of(asked.field());
            }
            return leaf instanceof AgeCondition age ? Stream.of(age.field()) : Stream.empty();
        });
    }

    /**
     * The interactions that are asked about.
     *
     * @return which are meant by each part that counts some, in order; as often as they are counted
     */
    default Stream<InteractionFilter> filters() {
        return leaves().flatMap(leaf ->
                leaf instanceof InteractionCondition count ? Stream.of(count.filter()) : Stream.empty());
    }

    private static List<Condition> joined(List<Condition> parts, Condition last) {
        return Stream.concat(parts.stream(), Stream.of(last)).toList();
    }

    /** Evaluating, writing and comparing go one call deeper for each level. */
    private static List<Condition> checked(List<Condition> parts) {
        if (parts.stream().anyMatch(part -> depth(part) >= DEEPEST)) {
            throw new IllegalArgumentException("condition must be nested at most " + DEEPEST + " deep, was deeper");
        }
        return List.copyOf(parts);
    }

    private static int depth(Condition condition) {
        List<Condition> parts = List.of();
        if (condition instanceof All all) {
            parts = all.parts();
        } else if (condition instanceof Any any) {
            parts = any.parts();
        } else if (condition instanceof Not not) {
            parts = List.of(not.part());
        }
        return parts.stream().mapToInt(part -> 1 + depth(part)).max().orElse(0);
    }

    /**
     * True where all parts are.
     *
     * @param parts the parts; without any it is true
     */
    record All(List<Condition> parts) implements Condition {

        /**
         * Makes the conjunction.
         *
         * @param parts the parts
         */
        public All {
            parts = checked(parts);
        }

        @Override
        public Truth evaluate(Facts facts, Consumer<Fault> problems) {
            Truth all = Truth.TRUE;
            for (Condition part : parts) {
                Truth truth = part.evaluate(facts, problems);
                if (truth == Truth.FALSE) {
                    return Truth.FALSE;
                }
                all = truth == Truth.UNKNOWN ? Truth.UNKNOWN : all;
            }
            return all;
        }

        @Override
        public String toString() {
            return Words.joined(parts, " and ", "always");
        }
    }

    /**
     * True where at least one part is.
     *
     * @param parts the parts; without any it is false
     */
    record Any(List<Condition> parts) implements Condition {

        /**
         * Makes the disjunction.
         *
         * @param parts the parts
         */
        public Any {
            parts = checked(parts);
        }

        @Override
        public Truth evaluate(Facts facts, Consumer<Fault> problems) {
            Truth any = Truth.FALSE;
            for (Condition part : parts) {
                Truth truth = part.evaluate(facts, problems);
                if (truth == Truth.TRUE) {
                    return Truth.TRUE;
                }
                any = truth == Truth.UNKNOWN ? Truth.UNKNOWN : any;
            }
            return any;
        }

        @Override
        public String toString() {
            return Words.joined(parts, " or ", "never");
        }
    }

    /**
     * True where the part is false.
     *
     * @param part the part
     */
    record Not(Condition part) implements Condition {

        /**
         * Makes the opposite.
         *
         * @param part the part
         */
        public Not {
            checked(List.of(part));
        }

        @Override
        public Truth evaluate(Facts facts, Consumer<Fault> problems) {
            return part.evaluate(facts, problems).not();
        }

        @Override
        public String toString() {
            return "not (" + part + ")";
        }
    }
}
