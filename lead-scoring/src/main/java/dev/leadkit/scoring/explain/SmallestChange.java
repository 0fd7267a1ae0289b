package dev.leadkit.scoring.explain;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.List;

/**
 * The shortest way to a better grade: the fewest rules that would have to turn out otherwise and, of all such ways, one with
 * the fewest points. It is computed over all rules with the limits of rules, groups, dimensions and total, not guessed.
 *
 * <p>What counts as a change: a condition rule that holds or no longer does; a number in another band; up to
 * {@value #MOST_INTERACTIONS} more interactions, at the moment of the score, for a rule about each of them; a disqualifier
 * that no longer holds (it costs no points). Rules are looked at one by one: that two of them ask the same field is not seen,
 * so a way is one for a person to judge. Rules of the host's code cannot be foreseen and stay as they are.
 *
 * @param status how much is certain
 * @param flips the rules that would have to turn out otherwise, in the model's order; empty if there is no way, or none was
 *     found
 */
public record SmallestChange(Status status, List<Flip> flips) {

    /** The most rules that a way may change. */
    public static final int MOST_CHANGES = 20;

    /** The most interactions more that one rule is given. */
    public static final int MOST_INTERACTIONS = 100;

    /** The most steps of one search; each tries one way for one rule. */
    public static final long MOST_STEPS = 2_000_000;

    /** How much is certain. */
    public enum Status {
        /** The flips are a smallest change. */
        FOUND,
        /** No such change reaches a better grade, or there is none. */
        NONE,
        /**
         * None found within the limit, or not surely the smallest: more rules than {@link SmallestChange#MOST_CHANGES} are
         * needed, or the search used up its steps. Where there are flips, they reach the grade with the fewest rules, but
         * perhaps not with the fewest points.
         */
        UNFINISHED
    }

    /**
     * Makes a result.
     *
     * @param status how much is certain
     * @param flips the flips
     */
    public SmallestChange {
        requireNonNull(status, "status");
        flips = List.copyOf(flips);
    }

    /**
     * Looks for the smallest change.
     *
     * @param model the model that explains
     * @param explanation an explanation by that model
     * @return the change to a grade that is at least the next better one; by a matrix, to a cell that is better on one side
     *     and no worse on the other
     * @throws IllegalArgumentException if another model explains
     */
    public static SmallestChange of(ScoringModel model, Explanation explanation) {
        if (!explanation.score().model().equals(model.ref())) {
            throw new IllegalArgumentException("explanation must be by the model " + model.ref() + ", was by "
                    + explanation.score().model());
        }
        return new ChangePlan(model, explanation).find();
    }

    /**
     * How far the rules move together.
     *
     * @return the sum of the flips' changes; zero without flips
     */
    public Points points() {
        return flips.stream().map(Flip::change).reduce(Points.ZERO, Points::plus);
    }

    /** The flips in words, for people; its form may change. */
    @Override
    public String toString() {
        return status + " " + flips;
    }
}
