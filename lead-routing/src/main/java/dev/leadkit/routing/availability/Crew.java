package dev.leadkit.routing.availability;

import dev.leadkit.calendar.Calendar;
import java.time.Instant;
import java.util.Optional;

/** The reps who share hours. Immutable. */
final class Crew {

    private final Calendar calendar;
    private final int[] members;

    Crew(Calendar calendar, int[] members) {
        this.calendar = calendar;
        this.members = members;
    }

    int[] members() {
        return members;
    }

    /** Told of the stretches in which the hours are open and stay so for the time needed. */
    @FunctionalInterface
    interface Stretches {
        /** Whether to go on; both are {@linkplain Ticks ticks}, the first included, the second not. */
        boolean next(long from, long until);
    }

    /**
     * Tells the stretches that lie at least partly in the time from the one second to before the other, in order. One that has
     * begun before starts at the first second.
     */
    void stretches(long from, long until, long needed, Stretches told) {
        Instant end = Instant.ofEpochSecond(until);
        Optional<Instant> open = calendar.nextOpen(Instant.ofEpochSecond(from));
        while (open.isPresent() && open.get().isBefore(end)) {
            Optional<Instant> close = calendar.nextEdge(open.get());
            long first = Ticks.of(open.get().getEpochSecond());
            long last =
                    close.map(at -> Ticks.tooLate(at.getEpochSecond(), needed)).orElse(Long.MAX_VALUE);
            if ((last > first && !told.next(first, last))
                    || close.isEmpty()
                    || !close.get().isBefore(end)) {
                return;
            }
            open = calendar.nextOpen(close.get());
        }
    }
}
