package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;

/** A total that knows where it comes from, and says so when it is asked. Immutable and thread-safe. */
public final class Tally {

    private final Score score;
    private final int[] fired;

    Tally(ScoringEngine engine, Facts facts) {
        this.score = engine.score(facts);
        this.fired = engine.fired(facts);
    }

    /**
     * The total.
     *
     * @return the points that the score sums to
     */
    public Points total() {
        return score.total();
    }

    /**
     * The rules that gave points or took some, in no particular order.
     *
     * @return their places in the model, counted from 0 through all dimensions; {@link ScoringEngine#rule(int)} has the rules
     */
    public int[] fired() {
        return fired.clone();
    }

    /**
     * The score with its contributions.
     *
     * @return what {@link ScoringEngine#score(Facts)} gives
     */
    public Score score() {
        return score;
    }
}
