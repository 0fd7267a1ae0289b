package dev.leadkit.event;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.Comparator;

/**
 * What every event has. Ordered by {@code (occurredAt, id)}: the order in which a history is folded.
 *
 * @param id which event; the same identifier is the same event, however often it is told
 * @param lead which lead it happened to
 * @param occurredAt when it happened, in the business's sense; figures count by this
 * @param recordedAt when this library learned of it; "what did we know then" cuts on this
 */
public record EventHeader(EventId id, LeadId lead, Instant occurredAt, Instant recordedAt)
        implements Comparable<EventHeader> {

    /** The earliest instant that an event may have: what is told with an earlier one is a mistake. */
    public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** The latest instant that an event may have: databases and people stop at the year 9999. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final Comparator<EventHeader> ORDER =
            Comparator.comparing(EventHeader::occurredAt).thenComparing(EventHeader::id);

    /**
     * Makes a header.
     *
     * @param id which event
     * @param lead which lead
     * @param occurredAt when it happened
     * @param recordedAt when it was learned
     * @throws IllegalArgumentException if an instant is not {@linkplain #isInRange in range}
     */
    public EventHeader {
        requireNonNull(id, "id");
        requireNonNull(lead, "lead");
        requireNonNull(occurredAt, "occurredAt");
        requireNonNull(recordedAt, "recordedAt");
        if (!isInRange(occurredAt) || !isInRange(recordedAt)) {
            throw new IllegalArgumentException("instants of an event must be within the years 1 to 9999");
        }
    }

    /**
     * Whether something can have happened then.
     *
     * @param instant any instant
     * @return true from {@link #EARLIEST} to {@link #LATEST}
     */
    public static boolean isInRange(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }

    @Override
    public int compareTo(EventHeader other) {
        return ORDER.compare(this, other);
    }
}
