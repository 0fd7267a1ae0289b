package dev.leadkit.store;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the events of leads. A host implements this on its own database; the contract kit tells whether it did so rightly.
 *
 * <p>An implementation must be safe for use by many threads. A conflict is a result, never an exception; nothing is retried
 * inside; what the database itself reports (a lost connection, say) is thrown on as it comes. An implementation that is
 * handed a connection takes part in the host's transaction and never commits or rolls it back.
 */
public interface LeadStore {

    /**
     * A lead with all its events.
     *
     * @param id which lead
     * @return the lead as of the latest commit, or empty if there is none
     */
    Optional<StoredLead> find(LeadId id);

    /**
     * The lead that a key leads to.
     *
     * @param key the key
     * @return the lead that the key was committed with, or empty
     */
    Optional<LeadId> findByKey(MatchKey key);

    /**
     * Puts in everything at once, or nothing. Checked in this order: the idempotency key, the expected version, the match
     * keys.
     *
     * @param commit what to put in
     * @return what became of it
     */
    CommitResult commit(Commit commit);

    /**
     * Erases the personal sections of all events of a lead, and its match keys. The events themselves stay.
     *
     * @param id which lead
     * @return true if there is such a lead
     */
    boolean redact(LeadId id);

    /**
     * The events of all leads in the order of their commits, for figures and for following changes.
     *
     * @param after the position of the last event already seen, 0 to start
     * @param most how many events at most, from 1 up
     * @return the next events, empty if there are none; an event keeps its position for ever
     */
    List<FeedEvent> feed(long after, int most);

    /**
     * A store that keeps everything in memory and forgets it with the process.
     *
     * @return a new, empty store
     */
    static LeadStore inMemory() {
        return new InMemoryLeadStore();
    }
}
