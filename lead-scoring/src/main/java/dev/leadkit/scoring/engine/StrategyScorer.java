package dev.leadkit.scoring.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A host's own strategy, put where an engine can stand. A strategy that throws, gives null, names another model, or gives
 * a total beyond {@value ScoringModel#MOST_POINTS} points in either direction yields a score without contributions, which
 * has the failure as its fault. Immutable; as thread-safe as the strategy.
 */
public final class StrategyScorer implements LeadScorer {

    private static final long MOST = Points.of(ScoringModel.MOST_POINTS).units();

    private final ModelRef model;
    private final ScoringStrategy strategy;

    private StrategyScorer(ModelRef model, ScoringStrategy strategy) {
        this.model = requireNonNull(model, "model");
        this.strategy = requireNonNull(strategy, "strategy");
    }

    /**
     * Guards a strategy.
     *
     * @param model the strategy's name and version, which its scores must name
     * @param strategy the strategy
     * @return the scorer
     */
    public static StrategyScorer of(ModelRef model, ScoringStrategy strategy) {
        return new StrategyScorer(model, strategy);
    }

    @Override
    public Score score(LeadHistory history, Instant asOf) {
        return score(Facts.of(history, asOf));
    }

    /**
     * The strategy's score, for a host that keeps no history.
     *
     * @param facts the lead at a moment
     * @return the score, or one without contributions that has the failure as its fault
     */
    public Score score(Facts facts) {
        Faults faults = new Faults();
        String path = model.toString();
        return HostCode.call(path, () -> strategy.score(facts), faults)
                .filter(score ->
                        HostCode.call(path, () -> isSane(score), faults).orElse(false))
                .orElseGet(() -> failed(faults));
    }

    /** Called under guard: adding up a strategy's contributions may overflow. */
    private boolean isSane(Score score) {
        long total = score.total().units();
        return score.model().equals(model) && total >= -MOST && total <= MOST;
    }

    private Score failed(Faults faults) {
        if (faults.isEmpty()) {
            faults.accept(HostCode.fault(model.toString(), "another model's score, or an absurd total"));
        }
        return new Score(model, Map.of(), Optional.empty(), List.of(), faults.list());
    }

    @Override
    public String toString() {
        return "StrategyScorer[" + model + "]";
    }
}
