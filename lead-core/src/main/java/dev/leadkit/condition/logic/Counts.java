package dev.leadkit.condition.logic;

import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.InteractionFilter;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How often interactions of some kinds may have occurred. Immutable. */
record Counts(Map<Kind, Count> counts) {

    static final Counts NONE = new Counts(Map.of());

    /** Which interactions: those of a filter within a window. */
    record Kind(InteractionFilter filter, Optional<Duration> within) {

        /** Whether each interaction of this kind is of another one too, so that there are not more of it. */
        private boolean isWithin(Kind other) {
            boolean shorter = other.within.isEmpty()
                    || within.map(window -> window.compareTo(other.within.get()) <= 0)
                            .orElse(false);
            return shorter && (filter.equals(other.filter) || isNarrower(filter, other.filter));
        }

        private static boolean isNarrower(InteractionFilter narrow, InteractionFilter wide) {
            return !hasPattern(narrow)
                    && !hasPattern(wide)
                    && isWithin(narrow.types(), wide.types())
                    && (wide.direction().isEmpty() || wide.direction().equals(narrow.direction()))
                    && new HashSet<>(narrow.properties()).containsAll(wide.properties());
        }

        private static boolean isWithin(Set<String> narrow, Set<String> wide) {
            return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
        }

        private static boolean hasPattern(InteractionFilter filter) {
            return filter.properties().stream().anyMatch(property -> property.test() instanceof FieldTest.Matches);
        }

        /** Where a property shall be two things at once, nothing is of this kind. */
        private boolean isImpossible() {
            Optional<Branch> known = Optional.of(Branch.EMPTY);
            for (FieldCondition<?> property : filter.properties()) {
                known = known.flatMap(branch -> branch.with(property, Sign.TRUE));
            }
            return known.isEmpty();
        }

        private Count any() {
            return isImpossible() ? Count.NOTHING : Count.ANY;
        }
    }

    /** How many there surely are, and how many there may be if those count of which a regular expression cannot say. */
    record Count(Between sure, Between possible) {

        private static final Count ANY = new Count(Between.ANY, Between.ANY);
        private static final Count NOTHING = new Count(new Between(0, 0), new Between(0, 0));

        /** The sure ones are among the possible ones; without a regular expression they are the same. */
        private Count settled(boolean hasPattern) {
            if (!hasPattern) {
                Between both = sure.and(possible);
                return new Count(both, both);
            }
            return new Count(
                    sure.and(new Between(0, possible.most())), possible.and(new Between(sure.least(), Long.MAX_VALUE)));
        }

        private boolean isImpossible() {
            return sure.isEmpty() || possible.isEmpty();
        }

        private boolean canBeAtMost(Count other) {
            return sure.least() <= other.sure.most() && possible.least() <= other.possible.most();
        }
    }

    /** A range of numbers, both ends included. */
    record Between(long least, long most) {

        private static final Between ANY = new Between(0, Long.MAX_VALUE);

        private Between and(Between other) {
            return new Between(Math.max(least, other.least), Math.min(most, other.most));
        }

        private boolean isEmpty() {
            return least > most;
        }
    }

    Optional<Counts> with(InteractionCondition asked, Sign sign) {
        Kind kind = new Kind(asked.filter(), asked.within());
        Count old = counts.getOrDefault(kind, kind.any());
        Count wanted = wanted(asked, sign);
        Count count = new Count(old.sure().and(wanted.sure()), old.possible().and(wanted.possible()))
                .settled(Kind.hasPattern(asked.filter()));
        if (count.isImpossible()) {
            return Optional.empty();
        }
        Map<Kind, Count> more = new HashMap<>(counts);
        more.put(kind, count);
        return Optional.of(new Counts(more)).filter(Counts::isOrdered);
    }

    /** What a count must be; where it shall not hold, it has one bound only. */
    private static Count wanted(InteractionCondition asked, Sign sign) {
        long most = asked.atMost().isPresent() ? asked.atMost().getAsInt() : Long.MAX_VALUE;
        Between enough = new Between(asked.atLeast(), Long.MAX_VALUE);
        Between few = new Between(0, most);
        Between over = new Between(most == Long.MAX_VALUE ? most : most + 1, Long.MAX_VALUE);
        Between under = new Between(0, asked.atLeast() - 1L);
        boolean hasMost = asked.atMost().isPresent();
        return switch (sign) {
            case TRUE -> new Count(enough, few);
            case NOT_FALSE -> new Count(few, enough);
            case FALSE -> hasMost ? new Count(over, Between.ANY) : new Count(Between.ANY, under);
            case NOT_TRUE -> hasMost ? new Count(Between.ANY, over) : new Count(under, Between.ANY);
        };
    }

    private boolean isOrdered() {
        return counts.entrySet().stream()
                .allMatch(narrow -> counts.entrySet().stream()
                        .filter(wide -> narrow.getKey().isWithin(wide.getKey()))
                        .allMatch(wide -> narrow.getValue().canBeAtMost(wide.getValue())));
    }
}
