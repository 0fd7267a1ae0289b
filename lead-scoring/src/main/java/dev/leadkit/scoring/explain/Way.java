package dev.leadkit.scoring.explain;

import java.util.List;

/**
 * Rules and disqualifiers that turn out otherwise together.
 *
 * @param changes how many of them have to be chosen; the others follow
 * @param gain what the rules gain, less what they lose, in units
 * @param moves all of them
 */
record Way(int changes, long gain, List<Move> moves) {

    static Way of(int changes, List<Move> moves) {
        return new Way(changes, moves.stream().mapToLong(Move::units).sum(), moves);
    }

    boolean isLift() {
        return moves.stream().anyMatch(Move::isLift);
    }
}
