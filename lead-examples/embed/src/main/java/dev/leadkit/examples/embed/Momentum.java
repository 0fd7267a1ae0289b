package dev.leadkit.examples.embed;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.engine.StrategyScorer;
import dev.leadkit.scoring.model.ScoringStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a lead is getting warmer: this week against the week before, which no sum of rules can say. */
final class Momentum {

    private static final ModelRef REF = new ModelRef("momentum", "1");

    private Momentum() {}

    static LeadScorer scorer() {
        return StrategyScorer.of(REF, new Warming());
    }

    // spotless:off
    // tag::momentum[]
    record Warming() implements ScoringStrategy {

        @Override
        public Score score(Facts facts) {
            Instant week = facts.asOf().minus(Duration.ofDays(7));
            Instant weekBefore = facts.asOf().minus(Duration.ofDays(14));
            long now = Math.min(20, facts.interactions().stream()
                    .filter(each -> each.occurredAt().isAfter(week)).count());
            long before = Math.min(20, facts.interactions().stream()
                    .filter(each -> each.occurredAt().isAfter(weekBefore) && !each.occurredAt().isAfter(week)).count());
            Points active = Points.of(2 * now);
            Points warming = Points.of(5 * (now - before));
            Points total = active.plus(warming);
            return new Score(REF, Map.of("interest", total),
                    total.units() >= 20_000 ? Optional.of(new Grade("warm")) : Optional.empty(),
                    List.of(new Contribution("interest", "active", Contribution.Kind.RULE, active),
                            new Contribution("interest", "warming", Contribution.Kind.RULE, warming)),
                    List.of());
        }
    }
    // end::momentum[]
    // spotless:on
}
