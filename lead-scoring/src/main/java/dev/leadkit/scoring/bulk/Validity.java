package dev.leadkit.scoring.bulk;

import dev.leadkit.event.LeadHistory;
import java.time.Instant;
import java.util.Optional;

/** Says for how long a score stays as it is if nothing happens: {@code engine::validUntil}. It must be thread-safe. */
@FunctionalInterface
public interface Validity {

    /**
     * Until when the score of a moment stays as it is.
     *
     * @param history the lead's events; what occurred after the moment need not be looked at
     * @param asOf the moment
     * @return the instant from which on it may be another one; the moment itself if nothing can be said; empty if it stays
     *     for ever
     */
    Optional<Instant> until(LeadHistory history, Instant asOf);
}
