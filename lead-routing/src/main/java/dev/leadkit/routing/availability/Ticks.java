package dev.leadkit.routing.availability;

import dev.leadkit.calendar.Calendar;
import java.time.Instant;

/**
 * Instants as whole numbers, two a second: an even one is the start of a second, the odd one after it all the rest of that second.
 * That is enough, as hours and absences begin and end at whole seconds, and "at least so much time is left" holds up to and with
 * a whole second.
 */
final class Ticks {

    private static final long FIRST = Calendar.EARLIEST.getEpochSecond();
    private static final long LIMIT = Calendar.END.getEpochSecond();

    private Ticks() {}

    static long of(Instant at) {
        long second = at.getEpochSecond();
        if (second < FIRST || second >= LIMIT) {
            throw new IllegalArgumentException(
                    "instant must be from " + Calendar.EARLIEST + " to before " + Calendar.END + ", was " + at);
        }
        return of(second) + (at.getNano() == 0 ? 0 : 1);
    }

    static long of(long second) {
        return 2 * second;
    }

    static long second(long tick) {
        return tick >> 1;
    }

    /** The first instant of a tick. */
    static Instant instant(long tick) {
        return Instant.ofEpochSecond(second(tick), tick & 1);
    }

    /** The first tick at which less than so many seconds are left until this second; with none needed, that second. */
    static long tooLate(long second, long needed) {
        return needed == 0 ? of(second) : of(second - needed) + 1;
    }
}
