package dev.leadkit.examples.embed;

import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.engine.StrategyScorer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole way of scoring that is the host's own. */
final class OwnStrategy {

    private OwnStrategy() {}

    static LeadScorer scorer() {
        // spotless:off
        // tag::strategy[]
        ModelRef ref = new ModelRef("visits", "1");
        LeadScorer scorer = StrategyScorer.of(ref, facts -> {
            Points points = Points.of(facts.interactions().size());
            Contribution visits = new Contribution("interest", "visits", Contribution.Kind.RULE, points);
            return new Score(ref, Map.of("interest", points), Optional.empty(), List.of(visits), List.of());
        });
        // end::strategy[]
        // spotless:on
        return scorer;
    }
}
