package dev.leadkit.scoring.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ways in which the parts of a tie can turn out otherwise. For one search; not thread-safe. */
final class TieWays {

    private final Ledger ledger;
    private final Chosen chosen = new Chosen();

    TieWays(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The fewest changes of a way that was left out, because it took too long to count them; the greatest number if none was. */
    int doubtfulFrom() {
        return chosen.doubtfulFrom();
    }

    /** Those that can help: they lift something, or some sum grows. */
    List<Way> of(Tie tie) {
        List<Way> ways = new ArrayList<>();
        for (int[] state : tie.states()) {
            List<Move> moves = moves(tie, state);
            if (moves.stream().anyMatch(Move::isLift)
                    || sums(moves).values().stream().anyMatch(sum -> sum > 0)) {
                chosen.fewest(tie, state).ifPresent(changes -> ways.add(Way.of(changes, moves)));
            }
        }
        return ways;
    }

    private static List<Move> moves(Tie tie, int[] state) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < state.length; i++) {
            if (state[i] != 0) {
                moves.add(tie.parts().get(i).move(state[i]));
            }
        }
        return moves;
    }

    /** By how much each sum moves that some moves go into. */
    private Map<List<Integer>, Long> sums(List<Move> moves) {
        Map<List<Integer>, Long> sums = new HashMap<>();
        moves.stream()
                .filter(move -> !move.isLift())
                .forEach(move -> sums.merge(ledger.sumOf(move.place()), move.units(), Long::sum));
        return sums;
    }

    /** How far a way moves the sums, up or down. */
    long cost(Way way) {
        return sums(way.moves()).values().stream().mapToLong(Math::abs).sum();
    }

    /** Whether a way only adds to one sum, so that it can be put together with others by its gain. */
    boolean isPlain(Tie tie) {
        return tie.parts().stream()
                        .allMatch(part -> part.isRule() || part.outcomes().size() == 1)
                && tie.parts().stream()
                                .filter(part -> part.outcomes().size() > 1)
                                .map(part -> ledger.sumOf(part.place()))
                                .distinct()
                                .count()
                        <= 1;
    }
}
