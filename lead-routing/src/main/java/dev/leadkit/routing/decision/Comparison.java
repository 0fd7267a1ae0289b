package dev.leadkit.routing.decision;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.workload.FieldRanking;
import dev.leadkit.routing.workload.FieldRanking.Figure;
import dev.leadkit.routing.workload.FieldRanking.Named;
import dev.leadkit.routing.workload.Rankings;
import java.util.Optional;

/**
 * Why one rep takes a lead and no other. Immutable and thread-safe.
 *
 * @param how the kind of reason
 * @param winner who takes the lead
 * @param other whom the winner was compared with: the runner-up, or whoever was before the winner and filled up meanwhile
 * @param figures what was compared; empty if nothing was, or if host code compared
 * @param told the ranking's name if there are figures, else what was told in words
 */
public record Comparison(How how, RepId winner, Optional<RepId> other, Optional<Figures> figures, String told) {

    /** The kinds of reasons. */
    public enum How {
        /** Nobody else could. */
        ONLY,
        /** Better by the ranking. */
        BETTER,
        /** Level by the ranking, and the lower lot. */
        DRAWN,
        /** Next after somebody who filled up while this was decided. */
        NEXT,
        /** The lead had this place already. */
        KEPT,
        /** Host code said why. */
        TOLD
    }

    /**
     * The figures of two reps by a ranking of the library.
     *
     * @param winner those of the winner
     * @param other those of the other
     */
    public record Figures(Figure winner, Figure other) {}

    /**
     * Makes a comparison.
     *
     * @param how the kind of reason
     * @param winner who takes the lead
     * @param other whom the winner was compared with
     * @param figures what was compared
     * @param told the ranking's name, or the words
     */
    public Comparison {
        requireNonNull(how, "how");
        requireNonNull(winner, "winner");
        requireNonNull(told, "told");
    }

    /**
     * Nobody else can.
     *
     * @param winner the only one
     * @return the comparison
     */
    public static Comparison only(RepId winner) {
        return new Comparison(How.ONLY, winner, Optional.empty(), Optional.empty(), "");
    }

    /**
     * Somebody who was before the winner filled up.
     *
     * @param winner who takes the lead
     * @param full who filled up
     * @return the comparison
     */
    public static Comparison next(RepId winner, RepId full) {
        return new Comparison(How.NEXT, winner, Optional.of(full), Optional.empty(), "");
    }

    /**
     * The lead has its place already.
     *
     * @param winner with whom
     * @param token the place's token
     * @return the comparison
     */
    public static Comparison kept(RepId winner, long token) {
        return new Comparison(How.KEPT, winner, Optional.empty(), Optional.empty(), String.valueOf(token));
    }

    /**
     * Why, in words.
     *
     * @return such as {@code fair share: ann is 0.667 leads behind, bob is 0.333 leads behind}; not to be parsed
     */
    public String words() {
        return switch (how) {
            case ONLY -> winner + " is the only one who can";
            case NEXT -> winner + " was next after " + other.orElseThrow() + ", who filled up meanwhile";
            case KEPT -> winner + " keeps the place that the lead has, token " + told;
            case TOLD -> told;
            case BETTER -> compared();
            case DRAWN -> compared() + "; level, the draw decides";
        };
    }

    private String compared() {
        FieldRanking ranking = Rankings.named(told).orElseThrow();
        Figures both = figures.orElseThrow();
        return ranking.words(
                new Named(winner.value(), both.winner()),
                new Named(other.orElseThrow().value(), both.other()));
    }

    @Override
    public String toString() {
        return words();
    }
}
