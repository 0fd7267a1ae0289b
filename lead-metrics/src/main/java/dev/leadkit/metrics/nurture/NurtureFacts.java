package dev.leadkit.metrics.nurture;

import dev.leadkit.metrics.segment.InGroup;
import java.util.Set;

/**
 * One lead that was assigned to a nurture sequence, or held out of it by chance.
 *
 * @param group the sequence
 * @param arm whether it was treated
 * @param steps how many steps were carried out, from 0 to {@link #MOST_STEPS}; 0 if it was held out
 * @param signs what is known of the lead
 */
public record NurtureFacts(String group, Arm arm, int steps, Set<Sign> signs) implements InGroup {

    /** The most steps that a sequence has. */
    public static final int MOST_STEPS = 1_000;

    /** How the lead was assigned. It counts as assigned, whatever came of it. */
    public enum Arm {
        /** The lead was to get the sequence. */
        TREATED,
        /** The lead was to get nothing, so that there is something to compare with. */
        HOLD_OUT
    }

    /** What can be known of a lead. */
    public enum Sign {
        /** It was converted after the assignment. */
        CONVERTED,
        /** It had been given up before, and was put into the sequence to win it back. */
        RECYCLED,
        /** Recycled, it came back: it answered, asked or was worked again. */
        REACTIVATED
    }

    /**
     * Checks that the parts go together.
     *
     * @param group the sequence
     * @param arm whether it was treated
     * @param steps how many steps were carried out
     * @param signs what is known of the lead
     */
    public NurtureFacts {
        signs = Set.copyOf(signs);
        int most = arm == Arm.HOLD_OUT ? 0 : MOST_STEPS;
        if (steps < 0 || steps > most) {
            throw new IllegalArgumentException(
                    "steps must be from 0 to " + most + " for a lead " + arm.name() + ", was " + steps);
        }
        if (signs.contains(Sign.REACTIVATED) && !signs.contains(Sign.RECYCLED)) {
            throw new IllegalArgumentException("signs must be RECYCLED too where there is REACTIVATED, was without");
        }
    }
}
