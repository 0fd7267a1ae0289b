package dev.leadkit.examples.embed;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.kit.ScoringStrategyContract;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/** What a host writes to have its own strategy checked against the laws of scoring. */
final class OwnStrategyTest extends ScoringStrategyContract {

    @Override
    protected LeadScorer scorer() {
        return OwnStrategy.scorer();
    }

    /** The strategy counts interactions, so only leads that have some tell anything. */
    @Provide
    @Override
    protected Arbitrary<LeadHistory> histories() {
        return super.histories().filter(history -> !history.interactions().isEmpty());
    }
}
