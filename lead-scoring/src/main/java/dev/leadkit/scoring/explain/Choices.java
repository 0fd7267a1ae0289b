package dev.leadkit.scoring.explain;

import dev.leadkit.condition.Truth;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.Evidence;
import dev.leadkit.scoring.engine.Reason;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.NumberBand;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.Worth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ways in which one rule could turn out to be worth more. Since every sum and limit grows with each rule, what is worth
 * less never helps. The nearest way comes first.
 *
 * @param rule the rule's place among all rules
 * @param gains what the ways add in units, each more than zero, in rising order
 * @param flips the ways
 */
record Choices(int rule, List<Long> gains, List<Flip> flips) {

    long greatest() {
        return gains.get(gains.size() - 1);
    }

    /** No choices for a rule of the host's code, and for one that is worth its most. */
    static Choices of(int rule, Reason reason) {
        List<Flip> flips = flips(reason)
                .filter(flip -> flip.change().units() > 0)
                .sorted(Comparator.comparing(Flip::change).thenComparing(Flip::more))
                .toList();
        List<Flip> distinct = new ArrayList<>();
        for (Flip flip : flips) {
            if (distinct.isEmpty()
                    || distinct.get(distinct.size() - 1).change().compareTo(flip.change()) < 0) {
                distinct.add(flip);
            }
        }
        return new Choices(
                rule, distinct.stream().map(flip -> flip.change().units()).toList(), List.copyOf(distinct));
    }

    private static Stream<Flip> flips(Reason reason) {
        if (reason.rule() instanceof ConditionRule condition) {
            boolean holds = reason.finding().truth() == Truth.TRUE;
            return Stream.of(flip(reason, holds ? Points.ZERO : condition.points(), 0));
        }
        if (reason.rule() instanceof NumberRule number) {
            Stream<Points> worth = number.bands().bands().stream().map(NumberBand::points);
            Stream<Points> gap = number.bands().hasGap() ? Stream.of(number.bands().otherwise()) : Stream.empty();
            return Stream.concat(worth, gap).map(points -> flip(reason, points, 0));
        }
        return reason.rule() instanceof InteractionRule each ? more(reason, each.worth()) : Stream.empty();
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
            long kept = now.stream().limit(most - more).mapToLong(Long::longValue).sum();
            long sum = worth.limits().clamp(kept + more * worth.points().units());
            flips.add(flip(reason, new Points(sum), more));
        }
        return flips.stream();
    }

    private static Flip flip(Reason reason, Points to, int more) {
        return new Flip(reason.dimension(), reason.rule().id(), reason.finding().counted(), to, more);
    }
}
