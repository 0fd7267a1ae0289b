package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.Tally;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of {@link ResponseTime}. What is answered is kept by its duration; what is not is kept by the instant at which it is
 * overdue, so that the passing of time needs no new state. Mutable and not thread-safe.
 */
public final class ResponseCounts {

    private final Tally<Long> answered = new Tally<>();
    private final Tally<Boolean> inTime = new Tally<>();
    private final Tally<Instant> deadlines = new Tally<>();
    private final Tally<String> excluded = new Tally<>();

    ResponseCounts() {}

    /** How many were answered, by the bucket of the time that it took. */
    Tally<Long> answered() {
        return answered;
    }

    /** How many were answered in time and not: a bucket holds durations on both sides of the target. */
    Tally<Boolean> inTime() {
        return inTime;
    }

    /** How many are not answered, by the last instant at which an answer would be in time. */
    Tally<Instant> deadlines() {
        return deadlines;
    }

    /** How many leads were left out, by reason. */
    Tally<String> excluded() {
        return excluded;
    }

    void merge(ResponseCounts from) {
        answered.merge(from.answered);
        inTime.merge(from.inTime);
        deadlines.merge(from.deadlines);
        excluded.merge(from.excluded);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResponseCounts that
                && answered.equals(that.answered)
                && inTime.equals(that.inTime)
                && deadlines.equals(that.deadlines)
                && excluded.equals(that.excluded);
    }

    @Override
    public int hashCode() {
        return 31 * answered.hashCode() + deadlines.hashCode();
    }

    @Override
    public String toString() {
        return "ResponseCounts[answered " + answered + ", deadlines " + deadlines + ", excluded " + excluded + "]";
    }
}
