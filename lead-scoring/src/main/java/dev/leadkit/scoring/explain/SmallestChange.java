package dev.leadkit.scoring.explain;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.List;
import java.util.function.Predicate;

/**
 * The shortest way to a better grade: the fewest changes and, of all such ways, one that moves the sums by the fewest points.
 * It is computed over all rules with the limits of rules, groups, dimensions and total, not guessed.
 *
 * <p>What counts as a change: a condition rule that holds or no longer does; a number in another band; up to
 * {@value #MOST_INTERACTIONS} more interactions, at the moment of the score, for a rule about each of them; a disqualifier
 * that no longer holds (it costs no points). What must then turn out otherwise too, is told beside it and counts as no change of
 * its own: a lead of another country leaves the rule of its old one, and five visits are more than one as well. Rules of the
 * host's code cannot be foreseen and stay as they are; a number that is known stays known; no further disqualifier comes to hold.
 *
 * <p>Which rules go together is proved ({@link dev.leadkit.condition.logic.Logic}): no way asks for what no lead can be, as far
 * as proofs reach. Proofs are about condition rules, number rules and disqualifiers that ask the same fields and types of
 * interactions. Not seen are more interactions for a rule about each of them, which a condition may count too; and rules past
 * {@value #MOST_STATES} ways to turn out together, or past {@value #MOST_PROOFS} proofs, turn over by themselves.
 *
 * @param status how much is certain
 * @param changes how many changes; no more than there are flips
 * @param flips the rules that would have to turn out otherwise, in the model's order; empty if there is no way, or none was
 *     found
 */
public record SmallestChange(Status status, int changes, List<Flip> flips) {

    /** The most changes that a way may have. */
    public static final int MOST_CHANGES = 20;

    /** The most interactions more that one rule is given. */
    public static final int MOST_INTERACTIONS = 100;

    /** The most steps of one search; each tries one way for one rule, or for some that go together. */
    public static final long MOST_STEPS = 2_000_000;

    /** The most proofs of one search that rules go together or do not. */
    public static final int MOST_PROOFS = 20_000;

    /** The most ways in which rules that ask the same can turn out together. */
    public static final int MOST_STATES = 256;

    /**
     * The most steps of one search that tell how few of the rules that go together have to be chosen for the others to follow;
     * past them a way is left out, and nothing is certain that takes as many changes as it may take, or more.
     */
    public static final int MOST_CHOICES = 500_000;

    /** The most ways to begin: to lift disqualifiers, and to change rules together that different groups or dimensions sum. */
    public static final int MOST_STARTS = 4_096;

    static final SmallestChange UNKNOWN = new SmallestChange(Status.UNFINISHED, 0, List.of());

    /** How much is certain. */
    public enum Status {
        /** The flips are a smallest change, and no proof is known against them. */
        FOUND,
        /** No such change reaches a better grade, or there is none. */
        NONE,
        /**
         * None found within the limits, or not surely the smallest: more changes than {@link SmallestChange#MOST_CHANGES} are
         * needed, or the search used up its steps, its choices or its ways to begin, or what was found contradicts rules that were not looked at
         * together. Where there are flips, they reach the grade with the fewest changes, but perhaps not with the fewest points.
         */
        UNFINISHED
    }

    /**
     * Makes a result.
     *
     * @param status how much is certain
     * @param changes how many changes
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
     *     and no worse on the other, or, where a disqualifier forces the grade, to any cell
     * @throws IllegalArgumentException if another model explains
     */
    public static SmallestChange of(ScoringModel model, Explanation explanation) {
        return of(model, explanation, every -> true);
    }

    /**
     * Looks for the smallest change of what can be changed: nobody moves a lead to another country, but a demo can be booked.
     *
     * @param model the model that explains
     * @param explanation an explanation by that model
     * @param mayChange whether a rule or a disqualifier of this identifier may turn out otherwise; all others stay as they are,
     *     and so does everything that would change them. It is asked once for each
     * @return the change, as by {@link #of(ScoringModel, Explanation)}
     * @throws IllegalArgumentException if another model explains
     */
    public static SmallestChange of(ScoringModel model, Explanation explanation, Predicate<String> mayChange) {
        if (!explanation.score().model().equals(model.ref())) {
            throw new IllegalArgumentException("explanation must be by the model " + model.ref() + ", was by "
                    + explanation.score().model());
        }
        return new ChangePlan(model, explanation, mayChange).find();
    }

    /**
     * How far the rules move together.
     *
     * @return the sum of the flips' changes, what rules lose set against what others gain; zero without flips
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
