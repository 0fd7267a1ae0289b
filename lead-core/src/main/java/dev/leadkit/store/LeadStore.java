package dev.leadkit.store;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the events of leads, and what goes in with them. A host implements this on its own database; the contract kit tells
 * whether it did so rightly.
 *
 * <p>An implementation must be safe for use by many threads. A conflict is a result, never an exception; nothing is retried
 * inside; what the database itself reports (a lost connection, say) is thrown on as it comes. An implementation that is
 * handed a connection takes part in the host's transaction and never commits or rolls it back.
 *
 * <p>Questions and commits come in many at once, because a round trip to a database costs more than the work it asks for; the
 * methods for one are built on those for many.
 */
public interface LeadStore {

    /**
     * Leads with all their events.
     *
     * @param ids which leads
     * @return those that there are, as of the latest commit
     */
    Map<LeadId, StoredLead> find(Collection<LeadId> ids);

    /**
     * The leads that keys belong to.
     *
     * @param keys the keys
     * @return the lead that each key was {@linkplain Commit#keys committed} with; a key that belongs to none is not there
     */
    Map<MatchKey, LeadId> findByKey(Collection<MatchKey> keys);

    /**
     * A lead with all its events.
     *
     * @param id which lead
     * @return the lead as of the latest commit, or empty if there is none
     */
    default Optional<StoredLead> find(LeadId id) {
        return Optional.ofNullable(find(Set.of(id)).get(id));
    }

    /**
     * The lead that a key belongs to.
     *
     * @param key the key
     * @return the lead that the key was committed with, or empty
     */
    default Optional<LeadId> findByKey(MatchKey key) {
        return Optional.ofNullable(findByKey(Set.of(key)).get(key));
    }

    /**
     * Leads of a kind, page by page, in the order in which they came in. A lead that comes in, or changes, while somebody
     * pages may be on a later page or not.
     *
     * @param query which leads
     * @param after the last lead of the page before, or empty for the first page
     * @param most how many leads at most, from 1 up
     * @return the next leads; fewer than {@code most} only if there are no more
     * @throws IllegalArgumentException if {@code most} is not positive, or the store cannot look for the query's field; the
     *     message names those that it can
     */
    List<LeadId> page(LeadQuery query, Optional<LeadId> after, int most);

    /**
     * Puts in everything of each commit at once, or nothing of it. Each commit is decided by itself, in the order given, as if
     * they came one after the other; one that is refused harms no other. Checked in this order: the idempotency key (so that
     * a repetition gets its first result however much happened since), the expected version, the assignment tokens, the match
     * keys, the limit of events.
     *
     * <p>An event whose identifier the lead already has changes nothing: what was told first stays, whatever the newer one
     * says; and so it is with an effect. A commit without a new event still sets its keys, its reservation, its effects and
     * its payload, but leaves the version as it was.
     *
     * @param commits what to put in
     * @return what became of each, in the same order
     */
    List<CommitResult> commit(List<Commit> commits);

    /**
     * Puts in one commit.
     *
     * @param commit what to put in
     * @return what became of it
     */
    default CommitResult commit(Commit commit) {
        return commit(List.of(commit)).get(0);
    }

    /**
     * Erases what is personal of a lead: the personal sections of all its events, in the feed too, and of its effects; its
     * match keys; its raw payloads; what stands in quarantine of its records (of the {@linkplain LeadId#derived lead that a
     * record would make}, if that is this lead, or belongs to it by a key of the kind {@link MatchKey#RECORD}); and the
     * reservations of its commits and of those records (payload fingerprints derive from personal data). The events themselves
     * stay, the version grows by one. Repeating it is harmless.
     *
     * @param id which lead; if there is none, what stands in quarantine of this record is erased all the same
     * @return true if there is such a lead
     */
    boolean redact(LeadId id);

    /**
     * The events of all leads in the order of their commits, for figures and for following changes. Nobody who goes on from
     * the last position misses an event, whatever is committed meanwhile.
     *
     * @param after the position of the last event already seen, 0 to start
     * @param most how many events at most, from 1 up
     * @return the next events, empty if there are none; an event keeps its position for ever
     * @throws IllegalArgumentException if {@code after} is negative or {@code most} is not positive
     */
    List<FeedEvent> feed(long after, int most);

    /**
     * The raw payloads that were kept of a lead.
     *
     * @param lead which lead
     * @return the payloads in the order of their commits; without those that were forgotten or redacted
     */
    List<Payload> payloads(LeadId lead);

    /**
     * Forgets what was to be kept until now or earlier: raw payloads, reservations, and what stands in quarantine. Events,
     * keys and effects stay. A host calls this from time to time.
     *
     * @param now what time it is
     * @return how many things were forgotten
     */
    long forget(Instant now);

    /**
     * The effects that went in with commits and wait to be carried out.
     *
     * @return the outbox of this store, always the same
     */
    Outbox outbox();

    /**
     * The submissions that could not become leads as they are.
     *
     * @return the quarantine of this store, always the same
     */
    Quarantine quarantine();

    /**
     * A store that keeps everything in memory and forgets it with the process.
     *
     * @return a new, empty store
     */
    static LeadStore inMemory() {
        return new InMemoryLeadStore();
    }

    /**
     * A store for dry runs: it reads what another store has and keeps what is committed in memory, so that everything goes as it
     * would and nothing is changed. Its quarantine and outbox hold what the dry run put there; its pages, feed and payloads
     * are those of the store below, and whether an idempotency key was used there it does not know. It erases nothing.
     *
     * @param base the store to read from
     * @return a new store
     */
    static LeadStore overlay(LeadStore base) {
        return new OverlayLeadStore(base);
    }
}
