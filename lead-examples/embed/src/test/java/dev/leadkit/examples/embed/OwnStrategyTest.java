package dev.leadkit.examples.embed;

import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.kit.ScoringStrategyContract;

/** What a host writes to have its own strategy checked against the laws of scoring. */
final class OwnStrategyTest extends ScoringStrategyContract {

    @Override
    protected LeadScorer scorer() {
        return OwnStrategy.scorer();
    }
}
