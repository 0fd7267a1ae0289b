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
     * Puts in everything at once, or nothing. Checked in this order: the idempotency key (so that a repetition gets its
     * first result however much happened since), the expected version, the assignment tokens, the match keys, the limit of
     * events.
     *
     * <p>An event whose identifier the lead already has changes nothing: what was told first stays, whatever the newer one
     * says. A commit without a new event still sets its keys and its idempotency key, but leaves the version as it was.
     *
     * @param commit what to put in
     * @return what became of it
     */
    CommitResult commit(Commit commit);

    /**
     * Erases what is personal of a lead: the personal sections of all its events, in the feed too, its match keys, and the
     * idempotency keys of its commits (payload fingerprints derive from personal data). The events themselves stay, the
     * version grows by one. Repeating it is harmless.
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
     * @throws IllegalArgumentException if {@code after} is negative or {@code most} is not positive
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
