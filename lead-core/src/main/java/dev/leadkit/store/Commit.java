package dev.leadkit.store;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that one decision changes about one lead.
 *
 * @param lead which lead
 * @param expectedVersion the version that the decision was based on; 0 if the lead must not exist yet
 * @param events the new events, at least one; an event that the lead already has changes nothing
 * @param keys the match keys that lead to this lead from now on
 * @param idempotency the key that makes this happen once, or empty
 */
public record Commit(
        LeadId lead,
        long expectedVersion,
        List<LeadEvent> events,
        Set<MatchKey> keys,
        Optional<IdempotencyKey> idempotency) {

    /**
     * Makes a commit.
     *
     * @param lead which lead
     * @param expectedVersion the version it is based on, from 0 up
     * @param events the new events, all about that lead
     * @param keys the match keys
     * @param idempotency the idempotency key, or empty
     */
    public Commit {
        events = List.copyOf(events);
        keys = Set.copyOf(keys);
        if (expectedVersion < 0 || events.isEmpty()) {
            throw new IllegalArgumentException("commit must expect a version from 0 up and have an event, expected "
                    + expectedVersion + " and had " + events.size() + " events");
        }
        if (!events.stream().allMatch(event -> event.leadId().equals(lead))) {
            throw new IllegalArgumentException("all events of a commit must be about " + lead);
        }
    }

    /**
     * A commit of events alone.
     *
     * @param lead which lead
     * @param expectedVersion the version it is based on
     * @param events the new events
     * @return the commit, without match keys and idempotency key
     */
    public static Commit of(LeadId lead, long expectedVersion, List<? extends LeadEvent> events) {
        return new Commit(lead, expectedVersion, List.copyOf(events), Set.of(), Optional.empty());
    }
}
