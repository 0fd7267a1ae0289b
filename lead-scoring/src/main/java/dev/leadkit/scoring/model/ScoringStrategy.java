package dev.leadkit.scoring.model;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Score;

/**
 * A whole way of scoring that the host writes itself, in place of a model. It must be thread-safe, and give the same score
 * for the same facts. {@code StrategyScorer} puts it wherever a scoring engine can stand; the published kit has a contract
 * that checks it.
 */
@FunctionalInterface
public interface ScoringStrategy {

    /**
     * How good a lead is.
     *
     * @param facts the lead and its interactions at a moment
     * @return the score; its contributions are its reasons, and it names the strategy's name and version as its model
     */
    Score score(Facts facts);
}
