package dev.leadkit.metrics.survival;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the chance that something has happened grows with the days since the capture. Open leads are followed as far as they are
 * observed and no further; leads that came to another end stay in the denominator for ever. Immutable and thread-safe.
 *
 * @param leads how many leads it rests on
 * @param steps the days on which something happened, ascending, as far as {@link #lastDay()}
 * @param lastDay the last day that can be told: until then somebody may still be open, but enough leads are at risk. Empty if every
 *     lead came to an end, so that the curve is known for ever, and if there are no leads
 */
public record Curve(long leads, List<CurveStep> steps, OptionalLong lastDay) {

    /** How many decimals an incidence has, rounded half to even. */
    public static final int SCALE = 12;

    /**
     * Keeps a copy of the steps.
     *
     * @param leads how many leads it rests on
     * @param steps the days on which something happened
     * @param lastDay the last day that can be told
     */
    public Curve {
        steps = List.copyOf(steps);
    }

    /**
     * Whether the curve can be told for a day.
     *
     * @param day days since the capture
     * @return true if there are leads and the day is not after the last
     */
    public boolean reaches(long day) {
        return leads > 0 && (lastDay.isEmpty() || day <= lastDay.getAsLong());
    }

    /**
     * The chance that it has happened by the end of a day.
     *
     * @param day days since the capture
     * @return from 0 to 1; that of the last day for later ones
     */
    public BigDecimal incidence(long day) {
        return step(day).map(CurveStep::incidence).orElse(BigDecimal.ZERO);
    }

    /** The latest step up to a day. */
    Optional<CurveStep> step(long day) {
        CurveStep latest = null;
        for (CurveStep step : steps) {
            if (step.day() > day) {
                break;
            }
            latest = step;
        }
        return Optional.ofNullable(latest);
    }

    /**
     * By when it has happened to so many percent of all leads, those among them to whom it never happens.
     *
     * @param percent from 1 to 100
     * @return the first day by whose end the incidence is at least as much; empty if it is not reached
     */
    public Optional<CurveStep> quantile(int percent) {
        BigDecimal share = BigDecimal.valueOf(percent, 2);
        return steps.stream()
                .filter(step -> step.incidence().compareTo(share) >= 0)
                .findFirst();
    }
}
