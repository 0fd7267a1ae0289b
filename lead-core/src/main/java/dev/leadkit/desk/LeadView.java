package dev.leadkit.desk;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Score;
import dev.leadkit.port.Placement;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a lead at a moment, with the reasons. Immutable and thread-safe.
 *
 * @param history everything that happened to it
 * @param version the lead's version in the store
 * @param score how good it is at that moment, and why; from the scorer, or the latest score kept where there is no scorer
 * @param placement the rep or the queue that it was given to last, and why; empty if it was never routed
 * @param faults why there is no score although there is a scorer; empty if all is well
 */
public record LeadView(
        LeadHistory history, long version, Optional<Score> score, Optional<Placement> placement, List<Fault> faults) {

    /**
     * Makes a view.
     *
     * @param history its events
     * @param version its version
     * @param score its score, or empty
     * @param placement its rep or queue, or empty
     * @param faults what is missing from the view
     */
    public LeadView {
        faults = List.copyOf(faults);
    }

    /**
     * The lead.
     *
     * @return the fold of the history
     */
    public Lead lead() {
        return history.lead();
    }
}
