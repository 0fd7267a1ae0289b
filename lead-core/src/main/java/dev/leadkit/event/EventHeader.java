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

    private static final Comparator<EventHeader> ORDER =
            Comparator.comparing(EventHeader::occurredAt).thenComparing(EventHeader::id);

    /**
     * Makes a header.
     *
     * @param id which event
     * @param lead which lead
     * @param occurredAt when it happened
     * @param recordedAt when it was learned
     */
    public EventHeader {
        requireNonNull(id, "id");
        requireNonNull(lead, "lead");
        requireNonNull(occurredAt, "occurredAt");
        requireNonNull(recordedAt, "recordedAt");
    }

    @Override
    public int compareTo(EventHeader other) {
        return ORDER.compare(this, other);
    }
}
