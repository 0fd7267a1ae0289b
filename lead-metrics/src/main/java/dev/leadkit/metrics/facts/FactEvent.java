package dev.leadkit.metrics.facts;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.EventHeader;
import dev.leadkit.lead.FieldValues;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to one lead, as far as figures need it: no personal data. Ordered by the instant at which it happened,
 * then by its identifier. Immutable, thread-safe, equal by content.
 */
public final class FactEvent implements Comparable<FactEvent> {

    private static final int NANOS = 1_000_000_000;

    private final String id;
    private final Occurrence what;
    private final long second;
    private final long recordedSecond;
    private final int nano;
    private final int recordedNano;

    /**
     * An event that was learned of when it happened.
     *
     * @param id its identifier, unique within its lead and its duplicates; two events of one identifier are one event
     * @param at when it happened, from {@link EventHeader#EARLIEST} to {@link EventHeader#LATEST}
     * @param what what happened
     */
    public FactEvent(String id, Instant at, Occurrence what) {
        this(id, at, at, what);
    }

    /**
     * Makes an event.
     *
     * @param id its identifier, unique within its lead and its duplicates; two events of one identifier are one event
     * @param at when it happened, from {@link EventHeader#EARLIEST} to {@link EventHeader#LATEST}
     * @param recordedAt when it was learned of, in the same range
     * @param what what happened
     */
    public FactEvent(String id, Instant at, Instant recordedAt, Occurrence what) {
        if (!EventHeader.isInRange(at) || !EventHeader.isInRange(recordedAt)) {
            throw new IllegalArgumentException(
                    "instants must be from year 1 to 9999, was " + at + " and " + recordedAt);
        }
        this.id = requireNonNull(id, "id");
        this.what = requireNonNull(what, "what");
        this.second = at.getEpochSecond();
        this.nano = at.getNano();
        this.recordedSecond = recordedAt.getEpochSecond();
        this.recordedNano = recordedAt.getNano();
    }

    /**
     * Which event.
     *
     * @return the identifier
     */
    public String id() {
        return id;
    }

    /**
     * What happened.
     *
     * @return the occurrence
     */
    public Occurrence what() {
        return what;
    }

    /**
     * When it happened.
     *
     * @return the business instant
     */
    public Instant at() {
        return Instant.ofEpochSecond(second, nano);
    }

    /**
     * When it was learned of.
     *
     * @return the instant of its arrival
     */
    public Instant recordedAt() {
        return Instant.ofEpochSecond(recordedSecond, recordedNano);
    }

    /**
     * When it happened, without parts of a second.
     *
     * @return seconds since 1970-01-01T00:00:00Z, rounded down
     */
    public long second() {
        return second;
    }

    /**
     * When it happened, a part of a second counted as a whole one.
     *
     * @return seconds since 1970-01-01T00:00:00Z, rounded up
     */
    public long secondUp() {
        return nano == 0 ? second : second + 1;
    }

    /**
     * How long after this event another happened.
     *
     * @param later the other event
     * @return whole seconds, parts of one cut off towards the past; below 0 if it happened earlier
     */
    public long secondsTo(FactEvent later) {
        return later.second - second - (later.nano < nano ? 1 : 0);
    }

    /**
     * Whether another event happened within some time after this one, that time included.
     *
     * @param later the other event
     * @param limit the longest time
     * @return true if it happened from this event's instant to the limit after it
     */
    public boolean within(FactEvent later, Duration limit) {
        long seconds = secondsTo(later);
        int nanos = Math.floorMod(later.nano - nano, NANOS);
        return seconds >= 0
                && (seconds < limit.getSeconds() || (seconds == limit.getSeconds() && nanos <= limit.getNano()));
    }

    /**
     * How late it was learned of.
     *
     * @return whole seconds from when it happened to when it was recorded, rounded down; below 0 if it was recorded before
     */
    public long lateness() {
        return recordedSecond - second - (recordedNano < nano ? 1 : 0);
    }

    /**
     * Whether it happened before another.
     *
     * @param other the other event
     * @return true if its instant is earlier, whatever the identifiers
     */
    public boolean isBefore(FactEvent other) {
        return second < other.second || (second == other.second && nano < other.nano);
    }

    @Override
    public int compareTo(FactEvent other) {
        if (second != other.second) {
            return second < other.second ? -1 : 1;
        }
        return nano == other.nano ? id.compareTo(other.id) : Integer.compare(nano, other.nano);
    }

    /** Whether it says more than another event of the same identifier: what was recorded later corrects what was before. */
    boolean corrects(FactEvent other) {
        if (recordedSecond != other.recordedSecond || recordedNano != other.recordedNano) {
            return recordedSecond > other.recordedSecond
                    || (recordedSecond == other.recordedSecond && recordedNano > other.recordedNano);
        }
        int order = compareTo(other);
        return order == 0 ? content().compareTo(other.content()) > 0 : order > 0;
    }

    /** The text of values shows their names only, which would leave it to the order of arrival which of two values counts. */
    private String content() {
        FieldValues values = what instanceof Occurrence.Submitted submitted
                ? submitted.values()
                : what instanceof Occurrence.Valued valued ? valued.values() : FieldValues.EMPTY;
        StringBuilder content = new StringBuilder(what.toString());
        StringBuilder ends = new StringBuilder();
        values.fields().forEach(field -> {
            content.append(' ')
                    .append(field)
                    .append('=')
                    .append(values.text(field.name()).orElse(""));
            ends.append(' ').append(content.length());
        });
        return content.append(ends).toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof FactEvent that
                        && second == that.second
                        && nano == that.nano
                        && recordedSecond == that.recordedSecond
                        && recordedNano == that.recordedNano
                        && id.equals(that.id)
                        && what.equals(that.what));
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + Long.hashCode(second);
    }

    @Override
    public String toString() {
        return id + " at " + at() + ": " + what.name();
    }
}
