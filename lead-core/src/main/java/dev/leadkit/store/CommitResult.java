package dev.leadkit.store;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;

/** What became of a commit. Everything but {@link Committed} changed nothing. */
public sealed interface CommitResult {

    /**
     * All of it is in.
     *
     * @param version the lead's version from now on
     */
    record Committed(long version) implements CommitResult {}

    /**
     * The lead was at another version: decide again on what is there now.
     *
     * @param version the version that it is at, 0 if it does not exist
     */
    record Conflict(long version) implements CommitResult {}

    /**
     * An assignment in it is older than one that the lead has: the ledger has given the lead another place since.
     *
     * @param newest the newest token that the lead has
     */
    record StaleToken(long newest) implements CommitResult {}

    /**
     * A match key already leads to another lead.
     *
     * @param key the key
     * @param lead the lead that it leads to
     */
    record KeyTaken(MatchKey key, LeadId lead) implements CommitResult {}

    /**
     * The same key with the same payload was used before.
     *
     * @param result what was {@linkplain Reservation#result given} then
     */
    record Repeated(String result) implements CommitResult {}

    /** The idempotency key was used before with another payload. */
    record KeyReused() implements CommitResult {}

    /**
     * The lead would have more than {@link dev.leadkit.event.LeadHistory#MOST_EVENTS} events.
     *
     * @param events how many it has
     */
    record Full(int events) implements CommitResult {}
}
