package dev.leadkit.condition.index;

import dev.leadkit.event.EventHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How long ago the interactions were that pass a filter, at the moment that was asked about; what is ahead of it is left out. They are
 * counted from the newest, which is number 0. Good until the visitor that was given it returns; for one thread.
 */
public final class Ages {

    private static final Instant LATEST = EventHeader.LATEST.plus(Duration.ofDays(365_000_000 / 10));
    private static final long MOST_MICROS = Long.MAX_VALUE / 1_000 - 1;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_MILLI = 1_000;

    private long nowMicros;
    private int nowNanos;
    private long[] micros = Cell.NO_WORDS;
    private short[] nanos = Moments.WHOLE;
    private int end;
    private int size;

    Ages() {}

    /** Sets the moment. */
    void at(Instant moment) {
        Instant now = moment.isAfter(LATEST) ? LATEST : moment;
        now = now.isBefore(EventHeader.EARLIEST) ? EventHeader.EARLIEST.minusNanos(1) : now;
        nowMicros = EventHeader.micros(now);
        nowNanos = EventHeader.nanosBeyondMicro(now);
    }

    /**
     * Looks at the interactions from one place to before another one, oldest first.
     *
     * @param wholeMicros when they were
     * @param beyond nanoseconds beyond these; empty if there are none
     * @param from the place of the first
     * @param to the place behind the last
     */
    void of(long[] wholeMicros, short[] beyond, int from, int to) {
        micros = wholeMicros;
        nanos = beyond;
        end = to;
        while (end > from && age(end - 1) < 0) {
            end--;
        }
        size = end - from;
    }

    /** Holds no moments any longer. */
    void forget() {
        of(Cell.NO_WORDS, Moments.WHOLE, 0, 0);
    }

    /** Age in nanoseconds, as far as a long can tell; negative for what is ahead. */
    private long age(int place) {
        long passed = nowMicros - micros[place];
        if (passed < 0) {
            return -1;
        }
        return passed > MOST_MICROS ? Long.MAX_VALUE : passed * NANOS_PER_MICRO + (nowNanos - beyondMicro(place));
    }

    private int beyondMicro(int place) {
        return nanos.length == 0 ? 0 : nanos[place];
    }

    /**
     * How many there are.
     *
     * @return the number of interactions
     */
    public int size() {
        return size;
    }

    /**
     * How long ago one was.
     *
     * @param number which, from 0 for the newest
     * @return nanoseconds, not negative; {@link Long#MAX_VALUE} for more than a long can tell
     * @throws IndexOutOfBoundsException if there are not as many
     */
    public long nanos(int number) {
        return age(place(number));
    }

    /**
     * How long ago one was.
     *
     * @param number which, from 0 for the newest
     * @return whole milliseconds, not negative
     * @throws IndexOutOfBoundsException if there are not as many
     */
    public long millis(int number) {
        int place = place(number);
        return (nowMicros - micros[place] - (nowNanos < beyondMicro(place) ? 1 : 0)) / MICROS_PER_MILLI;
    }

    private int place(int number) {
        return end - 1 - Objects.checkIndex(number, size);
    }

    /** Whether there are as many as this within a window. */
    boolean reach(int count, long windowNanos) {
        return count <= 0 || (count <= size && nanos(count - 1) <= windowNanos);
    }

    @Override
    public String toString() {
        return "Ages[" + size + " interactions]";
    }
}
