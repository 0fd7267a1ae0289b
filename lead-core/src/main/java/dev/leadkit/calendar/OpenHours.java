package dev.leadkit.calendar;

import java.io.Serializable;
import java.util.List;

/**
 * When something is open, as data: the {@linkplain WorkingHours hours of one place}, or hours made of others. Immutable,
 * equal by content, thread-safe and serializable. {@link Calendar} computes with them.
 */
public sealed interface OpenHours extends Serializable
        permits WorkingHours, OpenHours.Any, OpenHours.All, OpenHours.Except {

    /** How many hours may be made into one another, all parts counted. */
    int MOST_PARTS = 1_000;

    /** Never open. */
    OpenHours NEVER = new Any(List.of());

    /** Always open. */
    OpenHours ALWAYS = new All(List.of());

    /**
     * How many parts these hours have, themselves counted.
     *
     * @return 1 for the hours of one place; at most {@link #MOST_PARTS}
     */
    int parts();

    /**
     * Open while at least one of the parts is; never open without parts.
     *
     * @param of the parts
     */
    record Any(List<OpenHours> of) implements OpenHours {

        /**
         * Makes the union.
         *
         * @param of the parts
         * @throws IllegalArgumentException if there are more than {@link #MOST_PARTS} parts in all
         */
        public Any {
            of = List.copyOf(of);
            checkCount(count(of));
        }

        @Override
        public int parts() {
            return count(of);
        }
    }

    /**
     * Open while all of the parts are; always open without parts.
     *
     * @param of the parts
     */
    record All(List<OpenHours> of) implements OpenHours {

        /**
         * Makes the intersection.
         *
         * @param of the parts
         * @throws IllegalArgumentException if there are more than {@link #MOST_PARTS} parts in all
         */
        public All {
            of = List.copyOf(of);
            checkCount(count(of));
        }

        @Override
        public int parts() {
            return count(of);
        }
    }

    /**
     * Open while the one is and the other is not.
     *
     * @param open the hours that are open
     * @param except the hours that are taken away
     */
    record Except(OpenHours open, OpenHours except) implements OpenHours {

        /**
         * Makes the difference.
         *
         * @param open the hours that are open
         * @param except the hours that are taken away
         * @throws IllegalArgumentException if there are more than {@link #MOST_PARTS} parts in all
         */
        public Except {
            checkCount(1 + open.parts() + except.parts());
        }

        @Override
        public int parts() {
            return 1 + open.parts() + except.parts();
        }
    }

    private static int count(List<OpenHours> of) {
        long parts = 1 + of.stream().mapToLong(OpenHours::parts).sum();
        return (int) Math.min(parts, Integer.MAX_VALUE);
    }

    private static void checkCount(int parts) {
        if (parts > MOST_PARTS) {
            throw new IllegalArgumentException("hours must have at most " + MOST_PARTS + " parts, had " + parts);
        }
    }
}
