package dev.leadkit.port;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /**
     * The places that are kept now, page by page, so that those a crash left behind can be settled.
     *
     * @param after the lead of the last place on the page before, or empty to start
     * @param most how many at most, from 1 up
     * @return the next places, each on exactly one page; fewer than {@code most} only if there are no more
     */
    List<HeldPlace> held(Optional<LeadId> after, int most);

    /**
     * Keeps a place, confirmed, that the store has committed and that was lost here, lapsed or was given back: whether there is
     * room is not asked, because the rep has the lead.
     *
     * @param history the lead's events
     * @param place what the store has committed
     * @return false if a later place is known of the lead; nothing changed then
     */
    boolean retake(LeadHistory history, Placement.WithRep place);
}
