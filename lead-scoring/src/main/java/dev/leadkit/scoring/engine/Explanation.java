package dev.leadkit.scoring.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Truth;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.model.Band;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a lead has its score. {@code toString} is a text for people, a line for each reason; its form may change, so do not
 * parse it. It shows no personal data, provided that custom rules keep theirs out of their evidence.
 *
 * @param score the score, the same that the engine gives without the reasons
 * @param asOf the moment that it is about
 * @param reasons every rule of the model in its order, also those that did not hold
 * @param rulings every disqualifier of the model in its order, also those that do not hold
 * @param next the band that is next better than the score's grade; empty where there is none, and where a matrix gives the
 *     grades
 */
public record Explanation(Score score, Instant asOf, List<Reason> reasons, List<Ruling> rulings, Optional<Band> next) {

    /**
     * Makes an explanation.
     *
     * @param score the score
     * @param asOf the moment that it is about
     * @param reasons every rule and what it found
     * @param rulings every disqualifier and what it found
     * @param next the next better band, or empty
     */
    public Explanation {
        requireNonNull(score, "score");
        requireNonNull(asOf, "asOf");
        reasons = List.copyOf(reasons);
        rulings = List.copyOf(rulings);
        requireNonNull(next, "next");
    }

    /**
     * How far it is to the next better grade.
     *
     * @return the points that are missing, always more than zero; empty where there is no better grade, and where points
     *     are not what is missing: something disqualifies
     */
    public Optional<Points> missing() {
        return next.map(band -> band.atLeast().minus(score.total())).filter(far -> far.units() > 0);
    }

    /**
     * What could not be judged for want of data.
     *
     * @return the rules that are neither true nor false, in the model's order; each tells with {@link Reason#reach()} how
     *     much hangs on it
     */
    public List<Reason> unjudged() {
        return reasons.stream()
                .filter(reason -> reason.finding().truth() == Truth.UNKNOWN)
                .toList();
    }

    /**
     * The disqualifiers that may hold or not: too little is known to say. They do not lower the confidence, which is a share
     * of points that can be earned.
     *
     * @return the disqualifiers that are neither true nor false, in the model's order
     */
    public List<Ruling> undecided() {
        return rulings.stream()
                .filter(ruling -> ruling.finding().truth() == Truth.UNKNOWN)
                .toList();
    }

    @Override
    public String toString() {
        return new ExplanationText(this).text();
    }
}
