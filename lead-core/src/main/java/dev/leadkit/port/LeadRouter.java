package dev.leadkit.port;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import java.time.Instant;

/**
 * Finds a rep for a lead and keeps a place with that rep. The caller commits the assignment to its store in between:
 * {@code reserve}, commit, {@code confirm}; or {@code release} if the commit did not go through. An implementation must be
 * thread-safe.
 */
public interface LeadRouter {

    /**
     * Finds a rep and keeps a place with that rep for this lead. A lead that has a place already gets the same one again.
     *
     * @param history the lead's events
     * @param at the moment of the decision
     * @return the place, or the queue to wait in
     */
    Placement reserve(LeadHistory history, Instant at);

    /**
     * Says that the assignment is committed.
     *
     * @param lead which lead
     * @param token the token of the reservation
     * @return false if the place is no longer the lead's under this token; confirming twice is true twice
     */
    boolean confirm(LeadId lead, long token);

    /**
     * Gives the place back: the commit failed, or the lead is done with.
     *
     * @param lead which lead
     * @param token the token of the reservation
     * @return false if the place was not the lead's under this token; nothing changed then
     */
    boolean release(LeadId lead, long token);
}
