package dev.leadkit.scoring.explain;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.engine.Explanation;
import java.util.List;

/**
 * Why a lead has another score than before. The changes sum exactly to the difference of the totals.
 *
 * @param before the score before
 * @param after the score after
 * @param changes every change, in the order of the later score, what is no more in it last; empty if nothing changed
 */
public record ScoreDiff(Score before, Score after, List<ScoreChange> changes) {

    /**
     * Makes a difference.
     *
     * @param before the score before
     * @param after the score after
     * @param changes every change
     * @throws IllegalArgumentException unless the changes sum to the difference of the totals
     */
    public ScoreDiff {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        changes = List.copyOf(changes);
        Points sum = changes.stream().map(ScoreChange::points).reduce(Points.ZERO, Points::plus);
        if (!sum.equals(after.total().minus(before.total()))) {
            throw new IllegalArgumentException("changes must sum to "
                    + after.total().minus(before.total()) + ", was " + sum);
        }
    }

    /**
     * Compares two scores that were kept: which rules and limits give something else.
     *
     * @param before the score before
     * @param after the score after, of the same lead
     * @return the difference; rules that changed have the cause {@link ScoreChange.Cause#RULE}
     */
    public static ScoreDiff between(Score before, Score after) {
        return new ScoreDiff(before, after, Differences.of(before, after));
    }

    /**
     * Compares two explanations: which rules and limits give something else, and why.
     *
     * @param before the explanation before
     * @param after the explanation after, of the same lead; by the same model or another
     * @return the difference
     */
    public static ScoreDiff between(Explanation before, Explanation after) {
        return new ScoreDiff(before.score(), after.score(), Differences.of(before, after));
    }

    /**
     * How far the total moved.
     *
     * @return the total after minus the total before
     */
    public Points points() {
        return after.total().minus(before.total());
    }
}
