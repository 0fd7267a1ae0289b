package dev.leadkit.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * A time in which there is nobody, whatever the hours say: whole local days, or from one local moment to another. It lasts
 * while the clock on the wall shows a moment in it. Ordered by its start. Immutable and thread-safe.
 *
 * @param from the first local moment of it, to the second
 * @param until the first local moment after it, to the second
 */
public record Absence(LocalDateTime from, LocalDateTime until) implements Comparable<Absence>, Serializable {

    private static final Comparator<Absence> ORDER =
            Comparator.comparing(Absence::from).thenComparing(Absence::until);

    /**
     * Makes an absence.
     *
     * @param from its start
     * @param until its end, not included
     * @throws IllegalArgumentException if it does not end after it starts, or has fractions of a second
     */
    public Absence {
        if (!from.truncatedTo(ChronoUnit.SECONDS).equals(from)
                || !until.truncatedTo(ChronoUnit.SECONDS).equals(until)) {
            throw new IllegalArgumentException("absence must be to the second, was " + from + " to " + until);
        }
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("absence must end after " + from + ", was " + until);
        }
    }

    /**
     * Whole local days.
     *
     * @param first the first day
     * @param last the last day, included; the first day again for one day
     * @return the absence
     * @throws IllegalArgumentException if the last day is before the first
     */
    public static Absence days(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last day must be " + first + " or later, was " + last);
        }
        return new Absence(first.atStartOfDay(), last.plusDays(1).atStartOfDay());
    }

    /**
     * Whether it is whole days.
     *
     * @return true if it goes from midnight to midnight
     */
    public boolean isDays() {
        return from.toLocalTime().equals(LocalTime.MIDNIGHT)
                && until.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    @Override
    public int compareTo(Absence other) {
        return ORDER.compare(this, other);
    }
}
