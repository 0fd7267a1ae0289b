package dev.leadkit.scoring.engine;

import static java.util.Objects.requireNonNull;

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
 * @param next the next better band; empty where there is none
 */
public record Explanation(Score score, Instant asOf, List<Reason> reasons, Optional<Band> next) {

    /**
     * Makes an explanation.
     *
     * @param score the score
     * @param asOf the moment that it is about
     * @param reasons every rule and what it found
     * @param next the next better band, or empty
     */
    public Explanation {
        requireNonNull(score, "score");
        requireNonNull(asOf, "asOf");
        reasons = List.copyOf(reasons);
        requireNonNull(next, "next");
    }

    /**
     * How far it is to the next better grade.
     *
     * @return the points that are missing, always more than zero; empty where there is no better grade
     */
    public Optional<Points> missing() {
        return next.map(band -> band.atLeast().minus(score.total()));
    }

    @Override
    public String toString() {
        return new ExplanationText(this).text();
    }
}
