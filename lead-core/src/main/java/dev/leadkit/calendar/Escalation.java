package dev.leadkit.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an escalation has gone. There are no timers: ask {@link #nextWakeUp} when to call {@link #tick}, as often as you
 * like; a tick too many changes nothing, and one too late catches up in order. Immutable and thread-safe; keep {@code taken}.
 *
 * @param ladder the steps
 * @param clock the clock that runs
 * @param taken how many steps are taken
 */
public record Escalation(EscalationLadder ladder, SlaClock clock, int taken) {

    /**
     * A step that is due.
     *
     * @param step the step
     * @param at when it was due, which may be long ago
     */
    public record Due(EscalationLadder.Step step, Instant at) {}

    /**
     * What a tick found.
     *
     * @param due the steps that became due and were not taken, in their order; each is told by one tick only
     * @param escalation the escalation with them taken
     */
    public record Tick(List<Due> due, Escalation escalation) {

        /**
         * Makes a result.
         *
         * @param due the steps
         * @param escalation the escalation after them
         */
        public Tick {
            due = List.copyOf(due);
        }
    }

    /**
     * Makes an escalation, from what was kept of it.
     *
     * @param ladder the steps
     * @param clock the clock
     * @param taken how many steps are taken
     * @throws IllegalArgumentException if that is negative or more than there are
     */
    public Escalation {
        int most = ladder.steps().size();
        if (taken < 0 || taken > most) {
            throw new IllegalArgumentException("taken must be 0 to " + most + " steps, was " + taken);
        }
    }

    /**
     * The same escalation with another state of its clock, such as one that was paused or resumed. What is taken stays taken.
     *
     * @param other the clock
     * @return the escalation
     */
    public Escalation with(SlaClock other) {
        return new Escalation(ladder, other, taken);
    }

    /**
     * When there is something to do next.
     *
     * @return when the next step is due, which may be past; empty if all are taken, the clock is paused before it, or that is
     *     not before {@link Calendar#END}
     */
    public Optional<Instant> nextWakeUp() {
        return taken == ladder.steps().size() ? Optional.empty() : due(taken);
    }

    private Optional<Instant> due(int step) {
        return clock.reaches(ladder.steps().get(step).after());
    }

    /**
     * Takes the steps that are due.
     *
     * @param now the instant; one before an earlier tick takes nothing
     * @return the steps with the instants at which they were due, and the escalation to go on with
     */
    public Tick tick(Instant now) {
        List<Due> found = new ArrayList<>();
        int next = taken;
        while (next < ladder.steps().size()) {
            Optional<Instant> at = due(next);
            if (at.isEmpty() || at.get().isAfter(now)) {
                break;
            }
            found.add(new Due(ladder.steps().get(next), at.get()));
            next++;
        }
        return new Tick(found, new Escalation(ladder, clock, next));
    }
}
