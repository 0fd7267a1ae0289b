package dev.leadkit.scoring.explain;

import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.Reason;
import dev.leadkit.scoring.engine.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What may turn out otherwise: in ways that add to one sum, and in others. */
final class Possibilities {

    private final TieWays ways;
    private final Ties ties;
    private final List<Choices> choices = new ArrayList<>();
    private final List<List<Way>> others = new ArrayList<>();

    Possibilities(Ledger ledger, Explanation explanation, Predicate<String> mayChange) {
        this.ways = new TieWays(ledger);
        List<Boolean> open = explanation.reasons().stream()
                .map(reason -> mayChange.test(reason.rule().id()))
                .toList();
        this.ties = new Ties(parts(explanation, open, mayChange));
        for (Tie tie : ties.ties()) {
            if (ways.isPlain(tie)) {
                Choices.of(ways.of(tie)).ifPresent(choices::add);
            } else {
                others.add(ways.of(tie));
            }
        }
        List<Reason> reasons = explanation.reasons();
        for (int rule = 0; rule < reasons.size(); rule++) {
            if (open.get(rule)) {
                Choices.ofMore(rule, reasons.get(rule)).ifPresent(choices::add);
            }
        }
        choices.sort(Comparator.comparingInt(Choices::rule));
    }

    private static List<Part> parts(Explanation explanation, List<Boolean> open, Predicate<String> mayChange) {
        List<Part> parts = new ArrayList<>();
        int place = 0;
        for (Reason reason : explanation.reasons()) {
            Part.of(place, reason, open.get(place)).ifPresent(parts::add);
            place++;
        }
        for (Ruling ruling : explanation.rulings()) {
            parts.add(
                    Part.of(place, ruling, mayChange.test(ruling.disqualifier().id())));
            place++;
        }
        return parts;
    }

    List<Choices> choices() {
        return choices;
    }

    /** For each tie that lifts something or moves several sums, its ways. */
    List<List<Way>> others() {
        return others;
    }

    long cost(Way way) {
        return ways.cost(way);
    }

    /** The fewest changes with which a way was left out, the greatest number if none was. */
    int doubtfulFrom() {
        return ways.doubtfulFrom();
    }

    boolean isOpen(List<Move> moves) {
        return ties.isOpen(moves);
    }
}
