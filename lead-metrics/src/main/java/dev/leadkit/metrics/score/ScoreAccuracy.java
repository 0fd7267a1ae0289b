package dev.leadkit.metrics.score;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Points;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.fold.TimeBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code score.auc} and its kin: how well the score and the probability at the first decision told converted leads from the others.
 * Leads without a score at their first decision are left out and counted. Scores of different models are ranked as if they were of
 * one.
 *
 * <p>As a plain figure, a lead that was ever converted counts as converted, and one that is still open as not, however young. With a
 * horizon, converted means: from its capture up to the horizon after it, that length included; leads whose horizon is not over are
 * left out and counted, and so are undated ones and those converted before they were captured.
 *
 * @param horizon how long after its capture a conversion counts; zero for ever
 * @param resolution to how much the ends of horizons are rounded up; the state has counts for each
 * @param divides when the leads of the past end, whose scores those captured from then on are compared with; {@link Instant#MIN} for
 *     no comparison
 */
public record ScoreAccuracy(Duration horizon, Resolution resolution, Instant divides) implements LeadKpi<Accuracy> {

    static final int CONVERTED = 0;
    static final int OTHERS = 1;
    static final int FORETOLD_CONVERTED = 2;
    static final int FORETOLD_OTHERS = 3;
    static final int BEFORE = 4;
    static final int SINCE = 5;
    static final int UNDATED_SCORED = 6;

    static final String UNSCORED_CONVERTED = "converted, without a score at the decision";
    private static final String UNSCORED_OTHERS = "not converted, without a score at the decision";
    private static final String TOO_EARLY = "converted before the capture";
    private static final int MILLIONTHS = 6;

    /**
     * Checks the parameters.
     *
     * @param horizon how long a conversion counts
     * @param resolution to how much ends are rounded
     * @param divides when the leads of the past end
     */
    public ScoreAccuracy {
        requireNonNull(resolution, "resolution");
        requireNonNull(divides, "divides");
        if (horizon.isNegative() || horizon.compareTo(Duration.ofDays(36_525)) > 0) {
            throw new IllegalArgumentException("horizon must be from 0 to 100 years, was " + horizon);
        }
    }

    /** Ever converted, without a comparison. */
    public ScoreAccuracy() {
        this(Duration.ZERO, Resolution.DAY, Instant.MIN);
    }

    /**
     * Converted within a horizon, of leads whose horizon was over by the day of the as-of instant.
     *
     * @param horizon how long after its capture a conversion counts; above 0
     * @return the figure
     */
    public static ScoreAccuracy within(Duration horizon) {
        if (horizon.isZero()) {
            throw new IllegalArgumentException("horizon must be above 0, was " + horizon);
        }
        return new ScoreAccuracy(horizon, Resolution.DAY, Instant.MIN);
    }

    /**
     * The same, with a comparison of the scores of leads captured before an instant with those captured from then on.
     *
     * @param instant when the leads of the past end
     * @return the figure
     */
    public ScoreAccuracy comparedAt(Instant instant) {
        return new ScoreAccuracy(horizon, resolution, instant);
    }

    boolean hasHorizon() {
        return !horizon.isZero();
    }

    boolean compares() {
        return !divides.equals(Instant.MIN);
    }

    /** All parameters as the end of an identifier, none if they are the plain ones. */
    String parameters(String first) {
        String within = hasHorizon() ? "&horizon=" + horizon + "&resolution=" + resolution : "";
        String all = first + within + (compares() ? "&divides=" + divides : "");
        return all.isEmpty() ? "" : "?" + (all.charAt(0) == '&' ? all.substring(1) : all);
    }

    @Override
    public Definition definition() {
        return new Definition(
                "score.auc/1" + parameters(""),
                hasHorizon() ? TimeBasis.COHORT : TimeBasis.SNAPSHOT,
                "The chance that a converted lead had a higher score at its first decision than one not converted, ties as half"
                        + " (numerator: pairs in the right order, denominator: all pairs); 1 is perfect, 0.5 is chance.");
    }

    @Override
    public List<String> parts() {
        return List.of(
                "converted, by score in thousandths of a point",
                "not converted, by score in thousandths of a point",
                "converted, by probability in millionths",
                "not converted, by probability in millionths",
                "captured before the division, by score in thousandths of a point",
                "captured since the division, by score in thousandths of a point",
                "undated and scored");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (compares() && facts.decisive().isPresent()) {
            compare(counts, facts, times);
        }
        if (!hasHorizon()) {
            count(counts, counts, facts, facts.isConverted(), times);
        } else if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
        } else {
            matured(counts, facts, facts.captured().get(), times);
        }
    }

    private void compare(Counts counts, LeadFacts facts, long times) {
        long units = facts.decisionScore().orElse(Points.ZERO).units();
        if (facts.captured().isEmpty()) {
            counts.add(UNDATED_SCORED, 0, times);
        } else {
            counts.add(facts.captured().get().at().isBefore(divides) ? BEFORE : SINCE, units, times);
        }
    }

    private void matured(Counts counts, LeadFacts facts, FactEvent captured, long times) {
        Optional<FactEvent> converted = facts.converted();
        if (converted.isPresent() && converted.get().isBefore(captured)) {
            counts.exclude(TOO_EARLY, times);
            return;
        }
        boolean inTime = converted.isPresent() && captured.within(converted.get(), horizon);
        Counts cell = counts.named(Long.toString(resolution.up(captured.at().plus(horizon))));
        count(counts, cell, facts, inTime, times);
    }

    private static void count(Counts all, Counts cell, LeadFacts facts, boolean converted, long times) {
        if (facts.decisive().isEmpty()) {
            all.exclude(converted ? UNSCORED_CONVERTED : UNSCORED_OTHERS, times);
            return;
        }
        long units = facts.decisionScore().orElse(Points.ZERO).units();
        cell.add(converted ? CONVERTED : OTHERS, units, times);
        Optional<BigDecimal> probability = facts.decisionProbability();
        if (probability.isPresent() && isProbability(probability.get())) {
            cell.add(converted ? FORETOLD_CONVERTED : FORETOLD_OTHERS, millionths(probability.get()), times);
        }
    }

    /** Rounded half to even. What is far below is asked first: such a number may have more digits to cut off than fit in memory. */
    private static long millionths(BigDecimal told) {
        boolean isNothing = told.precision() - told.scale() < -MILLIONTHS;
        return isNothing
                ? 0
                : told.setScale(MILLIONTHS, RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .longValueExact();
    }

    private static boolean isProbability(BigDecimal told) {
        return told.signum() >= 0 && told.compareTo(BigDecimal.ONE) <= 0;
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return Stream.of(facts.decisive(), facts.converted())
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Accuracy result(Counts counts, Instant asOf) {
        return new Reading(this, counts, asOf).accuracy();
    }
}
