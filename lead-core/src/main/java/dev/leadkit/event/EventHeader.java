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

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private final LeadId lead;

    /** An identifier that was not derived; of one that was, only the bits are kept: a store has many millions of headers. */
    private final @Nullable EventId named;

    private final long idHigh;
    private final long idLow;
    private final long occurredMicros;
    private final long recordedMicros;

    /** What an instant has beyond the microsecond, for those who tell it as finely as that. */
    private final short occurredNanos;

    private final short recordedNanos;

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
        this.occurredMicros = micros(occurredAt);
        this.occurredNanos = nanosBeyondMicro(occurredAt);
        this.recordedMicros = micros(recordedAt);
        this.recordedNanos = nanosBeyondMicro(recordedAt);
    }

    /**
     * An instant in whole microseconds, for those who calculate with many.
     *
     * @param instant an instant that is {@linkplain #isInRange in range}
     * @return microseconds since 1970 in UTC, rounded down
     */
    public static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS_PER_SECOND + instant.getNano() / NANOS_PER_MICRO;
    }

    /**
     * What an instant has beyond the microsecond.
     *
     * @param instant any instant
     * @return nanoseconds beyond {@link #micros}, from 0 to 999
     */
    @SuppressWarnings("JavaInstantGetSecondsGetNano") // the other part is in micros()
    public static short nanosBeyondMicro(Instant instant) {
        return (short) (instant.getNano() % NANOS_PER_MICRO);
    }

    private static Instant instant(long micros, short nanos) {
        long second = Math.floorDiv(micros, MICROS_PER_SECOND);
        return Instant.ofEpochSecond(second, Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO + nanos);
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

    /** Whether it is of that event; unlike {@link #id()} without making an identifier. */
    boolean isOf(EventId id) {
        return named == null ? id.isDerived() && idHigh == id.high() && idLow == id.low() : named.equals(id);
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
        return instant(occurredMicros, occurredNanos);
    }

    /**
     * When it happened, as a plain number: an {@link Instant} need not be made for each of many events.
     *
     * @return microseconds since 1970 in UTC, rounded down
     */
    public long occurredMicros() {
        return occurredMicros;
    }

    /**
     * When it happened, beyond the microsecond.
     *
     * @return nanoseconds beyond {@link #occurredMicros()}, from 0 to 999
     */
    public short occurredNanos() {
        return occurredNanos;
    }

    /**
     * When this library learned of it; "what did we know then" cuts on this.
     *
     * @return the instant, exactly as it was given
     */
    public Instant recordedAt() {
        return instant(recordedMicros, recordedNanos);
    }

    @Override
    public int compareTo(EventHeader other) {
        int micros = Long.compare(occurredMicros, other.occurredMicros);
        int order = micros == 0 ? Short.compare(occurredNanos, other.occurredNanos) : micros;
        return order == 0 ? id().compareTo(other.id()) : order;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventHeader that
                && id().equals(that.id())
                && lead.equals(that.lead)
                && occurredMicros == that.occurredMicros
                && occurredNanos == that.occurredNanos
                && recordedMicros == that.recordedMicros
                && recordedNanos == that.recordedNanos;
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
