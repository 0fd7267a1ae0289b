package dev.leadkit.calendar;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What happens when nobody does anything: named steps, each when an SLA clock has run for some open time. What a step means
 * (tell somebody, relax a rule, route again) is the host's. Immutable and thread-safe.
 *
 * @param steps the steps, none earlier than the one before it; their names are different
 */
public record EscalationLadder(List<Step> steps) {

    /**
     * A step.
     *
     * @param name what it is called
     * @param after the open time that has run when it is taken; zero for the start of the clock
     */
    public record Step(String name, Duration after) {

        /**
         * Makes a step.
         *
         * @param name its name, not blank
         * @param after its open time
         * @throws IllegalArgumentException if the name is blank or the time negative
         */
        public Step {
            if (name.isBlank()) {
                throw new IllegalArgumentException("step must have a name, was blank");
            }
            if (after.isNegative()) {
                throw new IllegalArgumentException("step must be after zero or more, was " + after);
            }
        }
    }

    /**
     * Makes a ladder.
     *
     * @param steps the steps
     * @throws IllegalArgumentException if they are not in order, or a name is there twice
     */
    public EscalationLadder {
        steps = List.copyOf(steps);
        Set<String> names = new HashSet<>();
        Duration before = Duration.ZERO;
        for (Step step : steps) {
            if (!names.add(step.name())) {
                throw new IllegalArgumentException("names of steps must be different, was twice " + step.name());
            }
            if (step.after().compareTo(before) < 0) {
                throw new IllegalArgumentException(
                        "step " + step.name() + " must be after " + before + " or more, was " + step.after());
            }
            before = step.after();
        }
    }

    /**
     * Makes a ladder.
     *
     * @param steps the steps in their order
     * @return the ladder
     * @throws IllegalArgumentException if they are not in order, or a name is there twice
     */
    public static EscalationLadder of(Step... steps) {
        return new EscalationLadder(List.of(steps));
    }

    /**
     * Puts a clock to the ladder.
     *
     * @param clock the clock
     * @return the escalation, no step of which is taken
     */
    public Escalation on(SlaClock clock) {
        return new Escalation(this, clock, 0);
    }
}
