package dev.leadkit.store;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.Effect;
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
 * @param keys the match keys that belong to this lead, and to no other, from now on
 * @param sharedKeys match keys by which this lead is found among others from now on; a lead keeps those it had
 * @param effects what the host shall do because of it; an effect that is known already changes nothing
 * @param reservation the idempotency key that makes this happen once, or empty
 * @param payload what came in, to be kept for a while, or empty
 */
public record Commit(
        LeadId lead,
        long expectedVersion,
        List<LeadEvent> events,
        Set<MatchKey> keys,
        Set<MatchKey> sharedKeys,
        List<Effect> effects,
        Optional<Reservation> reservation,
        Optional<Payload> payload) {

    /**
     * Makes a commit.
     *
     * @param lead which lead
     * @param expectedVersion the version it is based on, from 0 up
     * @param events the new events, all about that lead
     * @param keys the lead's own match keys
     * @param sharedKeys the match keys that it shares
     * @param effects the effects, all about that lead
     * @param reservation the idempotency key with its result, or empty
     * @param payload what came in, or empty
     */
    public Commit {
        events = List.copyOf(events);
        keys = Set.copyOf(keys);
        sharedKeys = Set.copyOf(sharedKeys);
        effects = List.copyOf(effects);
        requireNonNull(reservation, "reservation");
        requireNonNull(payload, "payload");
        if (expectedVersion < 0 || events.isEmpty()) {
            throw new IllegalArgumentException("commit must expect a version from 0 up and have an event, expected "
                    + expectedVersion + " and had " + events.size() + " events");
        }
        for (LeadEvent event : events) {
            checkAbout(lead, event.leadId());
        }
        for (Effect effect : effects) {
            checkAbout(lead, effect.lead());
        }
    }

    private static void checkAbout(LeadId lead, LeadId other) {
        if (!other.equals(lead)) {
            throw new IllegalArgumentException("all of a commit must be about " + lead + ", was about " + other);
        }
    }

    /**
     * A commit of events alone.
     *
     * @param lead which lead
     * @param expectedVersion the version it is based on
     * @param events the new events
     * @return the commit, with nothing beside them
     */
    public static Commit of(LeadId lead, long expectedVersion, List<? extends LeadEvent> events) {
        return new Commit(
                lead,
                expectedVersion,
                List.copyOf(events),
                Set.of(),
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The same with match keys.
     *
     * @param own those that belong to this lead and to no other
     * @param shared those by which it is found among others
     * @return the commit with these instead of those it had
     */
    public Commit withKeys(Set<MatchKey> own, Set<MatchKey> shared) {
        return new Commit(lead, expectedVersion, events, own, shared, effects, reservation, payload);
    }

    /**
     * The same with effects.
     *
     * @param due what the host shall do
     * @return the commit with these instead of those it had
     */
    public Commit withEffects(List<Effect> due) {
        return new Commit(lead, expectedVersion, events, keys, sharedKeys, due, reservation, payload);
    }

    /**
     * The same with an idempotency key.
     *
     * @param once the key and the result for a repetition, or empty
     * @return the commit with this instead of the one it had
     */
    public Commit withReservation(Optional<Reservation> once) {
        return new Commit(lead, expectedVersion, events, keys, sharedKeys, effects, once, payload);
    }

    /**
     * The same with a raw payload.
     *
     * @param raw what came in, or empty
     * @return the commit with this instead of the one it had
     */
    public Commit withPayload(Optional<Payload> raw) {
        return new Commit(lead, expectedVersion, events, keys, sharedKeys, effects, reservation, raw);
    }
}
