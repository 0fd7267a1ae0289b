package dev.leadkit.routing.availability;

import static java.util.Objects.requireNonNull;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.lead.RepId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A stretch of time in which a rep is away. Immutable and thread-safe.
 *
 * @param from its first instant, to the second
 * @param until the first instant after it, to the second
 * @param substitute who takes the leads meanwhile; empty for the rep's own {@linkplain RepHours#substitute() substitute}
 * @param kind what the rep still takes
 */
public record OutOfOffice(Instant from, Instant until, Optional<RepId> substitute, Kind kind) {

    /** What a rep who is out of office still takes. */
    public enum Kind {
        /** Nothing. */
        HARD,
        /** Leads that are the rep's own already, and no others. */
        SOFT
    }

    /**
     * Makes a stretch.
     *
     * @param from its start
     * @param until its end, not included
     * @param substitute who takes the leads, or empty
     * @param kind what the rep still takes
     * @throws IllegalArgumentException if it does not end after it starts, has fractions of a second, or is out of the bounds
     *     of {@link Calendar}
     */
    public OutOfOffice {
        requireNonNull(substitute, "substitute");
        requireNonNull(kind, "kind");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("out of office must end after " + from + ", was " + until);
        }
        if (!from.truncatedTo(ChronoUnit.SECONDS).equals(from)
                || !until.truncatedTo(ChronoUnit.SECONDS).equals(until)) {
            throw new IllegalArgumentException("out of office must be to the second, was " + from + " to " + until);
        }
        if (from.isBefore(Calendar.EARLIEST) || until.isAfter(Calendar.END)) {
            throw new IllegalArgumentException("out of office must be from " + Calendar.EARLIEST + " to " + Calendar.END
                    + ", was " + from + " to " + until);
        }
    }

    /**
     * Whole local days without a substitute of their own, on which the rep takes nothing.
     *
     * @param first the first day
     * @param last the last day, included; the first day again for one day
     * @param zone whose days
     * @return the stretch, from the start of the first day to the start of the day after the last
     * @throws IllegalArgumentException if the last day is before the first, or out of bounds
     */
    public static OutOfOffice days(LocalDate first, LocalDate last, ZoneId zone) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last day must be " + first + " or later, was " + last);
        }
        return new OutOfOffice(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                Optional.empty(),
                Kind.HARD);
    }

    /**
     * The same stretch with a substitute.
     *
     * @param rep who takes the leads
     * @return the stretch
     */
    public OutOfOffice substitutedBy(String rep) {
        return new OutOfOffice(from, until, Optional.of(new RepId(rep)), kind);
    }

    /**
     * The same stretch, in which the rep keeps to leads that are the rep's own.
     *
     * @return the stretch, soft
     */
    public OutOfOffice soft() {
        return new OutOfOffice(from, until, substitute, Kind.SOFT);
    }

    /**
     * Whether an instant lies in it.
     *
     * @param at the instant
     * @return true from its start on, up to its end
     */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
