package dev.leadkit.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A promise that runs in the open time of a calendar: it starts, may be paused, and is due when its target of open time has
 * run. The time allowed is from the start up to the due instant, which is not included: what is done at the due instant is
 * late. To stop a clock for good, ask {@link #breachedAt} for the instant at which the thing was done. Immutable and
 * thread-safe.
 *
 * @param calendar in whose open time it runs
 * @param target how much open time is allowed; zero if it is due at its start
 * @param start when it starts
 * @param pauses when it stands still, in order, none starting before the one before it has ended; only the last may last on
 */
public record SlaClock(Calendar calendar, Duration target, Instant start, List<Pause> pauses) {

    /**
     * Makes a clock.
     *
     * @param calendar in whose open time it runs
     * @param target how much open time is allowed
     * @param start when it starts
     * @param pauses when it stands still
     * @throws IllegalArgumentException if the target is negative, the pauses are not in order, or one starts before the clock
     */
    public SlaClock {
        requireNonNull(calendar, "calendar");
        if (target.isNegative()) {
            throw new IllegalArgumentException("target must be zero or more, was " + target);
        }
        pauses = List.copyOf(pauses);
        Optional<Instant> free = Optional.of(start);
        for (Pause pause : pauses) {
            if (free.isEmpty() || pause.from().isBefore(free.get())) {
                throw new IllegalArgumentException("pause must start when the clock runs, was at " + pause.from());
            }
            free = pause.until();
        }
    }

    /**
     * Starts a clock.
     *
     * @param calendar in whose open time it runs
     * @param target how much open time is allowed
     * @param at when it starts
     * @return the clock, without pauses
     * @throws IllegalArgumentException if the target is negative
     */
    public static SlaClock start(Calendar calendar, Duration target, Instant at) {
        return new SlaClock(calendar, target, at, List.of());
    }

    /**
     * The same clock, which stands still from an instant on.
     *
     * @param at when it stops; not before what is known of it ends
     * @return the clock; this one if it is {@linkplain #isPaused paused} already
     * @throws IllegalArgumentException if it was started or resumed after that
     */
    public SlaClock pause(Instant at) {
        if (isPaused()) {
            return this;
        }
        List<Pause> more = new ArrayList<>(pauses);
        more.add(new Pause(at, Optional.empty()));
        return new SlaClock(calendar, target, start, more);
    }

    /**
     * The same clock, which runs on from an instant.
     *
     * @param at when it runs on
     * @return the clock; this one if it is not {@linkplain #isPaused paused}
     * @throws IllegalArgumentException if it was paused after that
     */
    public SlaClock resume(Instant at) {
        if (!isPaused()) {
            return this;
        }
        List<Pause> ended = new ArrayList<>(pauses);
        Pause last = ended.remove(ended.size() - 1);
        ended.add(new Pause(last.from(), Optional.of(at)));
        return new SlaClock(calendar, target, start, ended);
    }

    /**
     * Whether it stands still by what is known last of it.
     *
     * @return true if its last pause has no end
     */
    public boolean isPaused() {
        return !pauses.isEmpty() && pauses.get(pauses.size() - 1).until().isEmpty();
    }

    /**
     * How much open time it has run.
     *
     * @param at the instant up to which it is counted
     * @return the open time from the start on without the pauses; zero before the start
     * @throws IllegalArgumentException if an instant is out of the calendar's bounds
     */
    public Duration elapsed(Instant at) {
        Duration run = Duration.ZERO;
        Instant from = start;
        for (Pause pause : pauses) {
            run = run.plus(open(from, earlier(pause.from(), at)));
            if (pause.until().isEmpty()) {
                return run;
            }
            from = pause.until().get();
        }
        return run.plus(open(from, at));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Duration open(Instant from, Instant until) {
        return until.isAfter(from) ? calendar.between(from, until) : Duration.ZERO;
    }

    /**
     * When it has run for some open time.
     *
     * @param run how much
     * @return the first such instant; empty if it is paused before, or that is not before {@link Calendar#END}
     * @throws IllegalArgumentException if the time is negative, or an instant out of the calendar's bounds
     */
    public Optional<Instant> reaches(Duration run) {
        Duration left = run;
        Instant from = start;
        for (Pause pause : pauses) {
            Duration open = open(from, pause.from());
            if (open.compareTo(left) >= 0) {
                return calendar.add(from, left);
            }
            if (pause.until().isEmpty()) {
                return Optional.empty();
            }
            left = left.minus(open);
            from = pause.until().get();
        }
        return calendar.add(from, left);
    }

    /**
     * When its target has run.
     *
     * @return the due instant; empty while it is paused before that, or if that is not before {@link Calendar#END}
     * @throws IllegalArgumentException if an instant is out of the calendar's bounds
     */
    public Optional<Instant> due() {
        return reaches(target);
    }

    /**
     * Since when it is late.
     *
     * @param asOf the instant of the question, or the one at which the thing was done
     * @return the due instant if it is not later than {@code asOf}, else empty
     * @throws IllegalArgumentException if an instant is out of the calendar's bounds
     */
    public Optional<Instant> breachedAt(Instant asOf) {
        return due().filter(due -> !due.isAfter(asOf));
    }
}
