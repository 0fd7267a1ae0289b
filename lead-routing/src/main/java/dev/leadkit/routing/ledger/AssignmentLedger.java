package dev.leadkit.routing.ledger;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps who has which lead, how many leads each rep has, and who is how far behind. A host implements this on its own
 * database; the contract kit tells whether it did so rightly.
 *
 * <p>Each call is one atomic step, and an implementation must be safe for use by many threads. A conflict is a result, never
 * an exception; what the database itself reports is thrown on as it comes. An implementation that is handed a connection
 * takes part in the host's transaction and never commits or rolls it back.
 *
 * <p>A rep whose limit was lowered below the present number gets nothing more until it has fallen; nothing is taken away.
 * Releasing leaves the lags as they are: a lead that came to nothing was still handed out. Places do not expire: who
 * reserves must commit or release, also after a crash.
 */
public interface AssignmentLedger {

    /**
     * Takes a lead and a place with the first bidder who has room, and moves the lags of the pool: each share is added to its
     * rep's lag, and {@link dev.leadkit.routing.model.Lag#ONE_LEAD} is taken from that of the rep who gets the lead. The lags of
     * a pool so add up to 0 for ever. Without shares no lag moves.
     *
     * @param asked the place asked for
     * @return what became of it; unless granted, nothing changed
     */
    ReserveResult reserve(Reservation asked);

    /**
     * Says that the assignment is committed.
     *
     * @param lead which lead
     * @param token the place's token
     * @return false if the lead has no place under this token; committing twice is true twice
     */
    boolean commit(LeadId lead, long token);

    /**
     * Gives a place back, committed or not.
     *
     * @param lead which lead
     * @param token the place's token
     * @return false if the lead's latest place was not under this token, and nothing changed; releasing the same place twice is
     *     true twice and gives it back once
     */
    boolean release(LeadId lead, long token);

    /**
     * The place that a lead has.
     *
     * @param lead which lead
     * @return the place, or empty if it has none or gave it back
     */
    Optional<Place> find(LeadId lead);

    /**
     * Where reps stand, as of one moment. Good for a ranking; only {@link #reserve} decides.
     *
     * @param pool whose lags
     * @param reps which reps
     * @return a standing for each, in the same order; {@link Standing#NEW} for a rep not known
     */
    List<Standing> standings(String pool, List<RepId> reps);

    /**
     * A ledger that keeps everything in memory, empty at first.
     *
     * @return a new ledger
     */
    static AssignmentLedger inMemory() {
        return inMemory(List.of());
    }

    /**
     * A ledger that keeps everything in memory and starts with the places that the host's records tell, after a restart. All
     * lags start at 0.
     *
     * @param places the places that are taken
     * @return a new ledger
     * @throws IllegalArgumentException if a lead has two places
     */
    static AssignmentLedger inMemory(Iterable<Place> places) {
        return new InMemoryAssignmentLedger(places);
    }
}
