package dev.leadkit.routing.dispatch;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A lead that no rep has accepted yet: it waits, or is offered. A host that keeps tickets can go on after a restart where it was.
 * Immutable.
 *
 * @param lead which lead
 * @param priority the declared priority; the higher, the sooner
 * @param since since when it waits, however often it was offered meanwhile
 * @param resting who declined it, and until when each shall not be asked again
 * @param queue the queue that it waits in, as of the latest decision
 * @param offer the offer that is open; empty while it waits
 */
public record Ticket(
        LeadId lead,
        int priority,
        Instant since,
        SortedMap<RepId, Instant> resting,
        String queue,
        Optional<Offer> offer) {

    /**
     * An offer.
     *
     * @param rep to whom
     * @param token the place's token
     * @param until when it lapses, by the ledger's clock
     */
    public record Offer(RepId rep, long token, Instant until) {}

    /**
     * Makes a ticket.
     *
     * @param lead which lead
     * @param priority the declared priority
     * @param since since when it waits
     * @param resting who declined it
     * @param queue its queue
     * @param offer the open offer
     */
    public Ticket {
        requireNonNull(lead, "lead");
        requireNonNull(since, "since");
        requireNonNull(queue, "queue");
        requireNonNull(offer, "offer");
        resting = Collections.unmodifiableSortedMap(new TreeMap<>(resting));
    }

    static Ticket waiting(LeadId lead, int priority, Instant since) {
        return new Ticket(lead, priority, since, new TreeMap<>(), "", Optional.empty());
    }

    Ticket offered(Offer made) {
        return new Ticket(lead, priority, since, resting, queue, Optional.of(made));
    }

    Ticket queuedIn(String name) {
        return new Ticket(lead, priority, since, resting, name, Optional.empty());
    }

    /** Back in the queue; the rep is left in peace for a while. */
    Ticket without(RepId rep, Instant until) {
        SortedMap<RepId, Instant> all = new TreeMap<>(resting);
        all.put(rep, until);
        return new Ticket(lead, priority, since, all, queue, Optional.empty());
    }

    /** Without those who have rested enough. */
    Ticket at(Instant now) {
        if (resting.values().stream().allMatch(now::isBefore)) {
            return this;
        }
        SortedMap<RepId, Instant> still = new TreeMap<>(resting);
        still.values().removeIf(until -> !now.isBefore(until));
        return new Ticket(lead, priority, since, still, queue, offer);
    }
}
