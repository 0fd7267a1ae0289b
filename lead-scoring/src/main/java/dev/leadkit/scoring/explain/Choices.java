package dev.leadkit.scoring.explain;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.Evidence;
import dev.leadkit.scoring.engine.Reason;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Worth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The ways in which rules that go into one sum could be worth more together; at most one of the ways is taken. Since every sum
 * and limit grows with each rule, what is worth less never helps. The nearest way comes first.
 *
 * @param rule the place among all rules of one of them
 * @param ways the ways, those of the fewest changes first, then by rising gain; each gain is more than zero, and none is
 *     reached with fewer changes too
 */
record Choices(int rule, List<Way> ways) {

    private static final Comparator<Way> NEAREST =
            Comparator.comparingInt(Way::changes).thenComparingLong(Way::gain);

    long greatest() {
        return ways.stream().mapToLong(Way::gain).max().orElse(0);
    }

    /** No choices where nothing is to be gained. */
    static Optional<Choices> of(List<Way> all) {
        Set<Long> gains = new HashSet<>();
        List<Way> ways = all.stream()
                .filter(way -> way.gain() > 0)
                .sorted(NEAREST)
                .filter(way -> gains.add(way.gain()))
                .toList();
        return ways.isEmpty()
                ? Optional.empty()
                : Optional.of(new Choices(ways.get(0).moves().get(0).place(), ways));
    }

    /** What more interactions bring; nothing for a rule of another kind. */
    static Optional<Choices> ofMore(int rule, Reason reason) {
        return reason.rule() instanceof InteractionRule each
                ? of(more(reason, each.worth())
                        .map(flip -> Way.of(1, List.of(new Move(rule, flip))))
                        .toList())
                : Optional.empty();
    }

    /** Newest first, more interactions push out the oldest that count. */
    private static Stream<Flip> more(Reason reason, Worth worth) {
        List<Long> now = reason.finding().evidence().stream()
                .map(evidence -> ((Evidence.OfInteraction) evidence).points().orElse(Points.ZERO))
                .map(Points::units)
                .toList();
        int most = Math.min(worth.most().orElse(LeadHistory.MOST_EVENTS), LeadHistory.MOST_EVENTS);
        List<Flip> flips = new ArrayList<>();
        for (int more = 1; more <= Math.min(most, SmallestChange.MOST_INTERACTIONS); more++) {
            long kept =
                    now.stream().limit(most - more).mapToLong(Long::longValue).sum();
            long sum = worth.limits().clamp(kept + more * worth.points().units());
            flips.add(flip(reason, new Points(sum), more));
        }
        return flips.stream();
    }

    private static Flip flip(Reason reason, Points to, int more) {
        return new Flip(reason.dimension(), reason.rule().id(), reason.finding().counted(), to, more);
    }
}
