package dev.leadkit.port;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Score;
import java.time.Instant;

/** Scores a lead. An implementation must be thread-safe, and give the same score for the same history and moment. */
@FunctionalInterface
public interface LeadScorer {

    /**
     * How good a lead was at a moment.
     *
     * @param history the lead's events; what occurred after the moment must make no difference
     * @param asOf the moment
     * @return the score with its reasons
     */
    Score score(LeadHistory history, Instant asOf);
}
