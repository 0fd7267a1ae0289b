package dev.leadkit.event;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every event has. Ordered by {@code (occurredAt, id)}: the order in which a history is folded. Immutable and
 * thread-safe.
 */
public final class EventHeader implements Comparable<EventHeader> {

    /** The earliest instant that an event may have: what is told with an earlier one is a mistake. */
    public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** The latest instant that an event may have: databases and people stop at the year 9999. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final LeadId lead;

    /** An identifier that was not derived; of one that was, only the bits are kept: a store has many millions of headers. */
    private final @Nullable EventId named;

    private final long idHigh;
    private final long idLow;
    private final long occurredSecond;
    private final long recordedSecond;
    private final int occurredNano;
    private final int recordedNano;

    /**
     * Makes a header.
     *
     * @param id which event; the same identifier is the same event, however often it is told
     * @param lead which lead it happened to
     * @param occurredAt when it happened, in the business's sense; figures count by this
     * @param recordedAt when this library learned of it; "what did we know then" cuts on this
     * @throws IllegalArgumentException if an instant is not {@linkplain #isInRange in range}
     */
    public EventHeader(EventId id, LeadId lead, Instant occurredAt, Instant recordedAt) {
        if (!isInRange(occurredAt) || !isInRange(recordedAt)) {
            throw new IllegalArgumentException("instants of an event must be within the years 1 to 9999");
        }
        this.lead = requireNonNull(lead, "lead");
        this.named = id.isDerived() ? null : id;
        this.idHigh = id.high();
        this.idLow = id.low();
        this.occurredSecond = occurredAt.getEpochSecond();
        this.occurredNano = occurredAt.getNano();
        this.recordedSecond = recordedAt.getEpochSecond();
        this.recordedNano = recordedAt.getNano();
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

    /**
     * Which event.
     *
     * @return the identifier; the same one is the same event, however often it is told
     */
    public EventId id() {
        return named == null ? new EventId(idHigh, idLow) : named;
    }

    /**
     * Which lead it happened to.
     *
     * @return the lead
     */
    public LeadId lead() {
        return lead;
    }

    /**
     * When it happened, in the business's sense; figures count by this.
     *
     * @return the instant, exactly as it was given
     */
    public Instant occurredAt() {
        return Instant.ofEpochSecond(occurredSecond, occurredNano);
    }

    /**
     * When this library learned of it; "what did we know then" cuts on this.
     *
     * @return the instant, exactly as it was given
     */
    public Instant recordedAt() {
        return Instant.ofEpochSecond(recordedSecond, recordedNano);
    }

    @Override
    public int compareTo(EventHeader other) {
        int seconds = Long.compare(occurredSecond, other.occurredSecond);
        int order = seconds == 0 ? Integer.compare(occurredNano, other.occurredNano) : seconds;
        return order == 0 ? id().compareTo(other.id()) : order;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventHeader that
                && id().equals(that.id())
                && lead.equals(that.lead)
                && occurredSecond == that.occurredSecond
                && occurredNano == that.occurredNano
                && recordedSecond == that.recordedSecond
                && recordedNano == that.recordedNano;
    }

    @Override
    public int hashCode() {
        return 31 * id().hashCode() + lead.hashCode();
    }

    @Override
    public String toString() {
        return "EventHeader[" + id() + ", " + lead + ", " + occurredAt() + ", " + recordedAt() + "]";
    }
}
