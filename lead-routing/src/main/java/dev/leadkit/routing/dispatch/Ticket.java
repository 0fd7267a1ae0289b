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
 * A lead that is looked after: it waits, or is offered, or a rep has it and has yet to do what was promised. A host that keeps
 * tickets can go on after a restart where it was. Immutable.
 *
 * @param lead which lead
 * @param priority the declared priority; the higher, the sooner
 * @param since since when it waits, however often it was offered meanwhile
 * @param resting who declined it, and until when each shall not be asked again
 * @param queue the queue that it waits in, as of the latest decision
 * @param offer the offer that is open; empty while it waits
 * @param promise what the rep who has it owes it by the {@linkplain DispatchPolicy#serviceLevel() service level}; not together with an offer
 */
public record Ticket(
        LeadId lead,
        int priority,
        Instant since,
        SortedMap<RepId, Instant> resting,
        String queue,
        Optional<Offer> offer,
        Optional<Promise> promise) {

    /**
     * An offer.
     *
     * @param rep to whom
     * @param token the place's token
     * @param until when it lapses, by the ledger's clock
     */
    public record Offer(RepId rep, long token, Instant until) {}

    /**
     * What a rep owes a lead.
     *
     * @param rep who has the lead
     * @param token the place's token
     * @param since since when the rep has it
     * @param due when it must have been done
     */
    public record Promise(RepId rep, long token, Instant since, Instant due) {

        Promise dueAt(Instant later) {
            return new Promise(rep, token, since, later);
        }
    }

    /**
     * Makes a ticket.
     *
     * @param lead which lead
     * @param priority the declared priority
     * @param since since when it waits
     * @param resting who declined it
     * @param queue its queue
     * @param offer the open offer
     * @param promise what the rep who has it owes it
     * @throws IllegalArgumentException if it is offered and a rep has it
     */
    public Ticket {
        requireNonNull(lead, "lead");
        requireNonNull(since, "since");
        requireNonNull(queue, "queue");
        if (offer.isPresent() && promise.isPresent()) {
            throw new IllegalArgumentException("ticket must have an offer or a promise, had both");
        }
        resting = Collections.unmodifiableSortedMap(new TreeMap<>(resting));
    }

    /**
     * A lead that waits.
     *
     * @param lead which lead
     * @param priority the declared priority
     * @param since since when it waits
     * @return the ticket, in no queue yet
     */
    public static Ticket waiting(LeadId lead, int priority, Instant since) {
        return new Ticket(lead, priority, since, new TreeMap<>(), "", Optional.empty(), Optional.empty());
    }

    static Ticket promised(LeadId lead, Promise promise) {
        return new Ticket(lead, 0, promise.since(), new TreeMap<>(), "", Optional.empty(), Optional.of(promise));
    }

    /**
     * The same lead, which has no rep any more, nor is offered to one.
     *
     * @return the ticket of its waiting
     */
    public Ticket waiting() {
        return queuedIn(queue);
    }

    /**
     * The same lead, which waits in no queue yet, so that the next one is told.
     *
     * @return the ticket of its waiting
     */
    public Ticket anew() {
        return queuedIn("");
    }

    /**
     * The token of the place of which something is due.
     *
     * @return the offer's or the promise's; empty of a lead that waits
     */
    public Optional<Long> token() {
        return offer.map(Offer::token).or(() -> promise.map(Promise::token));
    }

    /**
     * Whether the lead waits: it is neither offered nor a rep's.
     *
     * @return true if so
     */
    public boolean waits() {
        return offer.isEmpty() && promise.isEmpty();
    }

    /**
     * When something is due of a lead that a rep was asked about or has.
     *
     * @return when the offer lapses, or what was promised must have been done; empty of a lead that waits
     */
    public Optional<Instant> due() {
        return offer.map(Offer::until).or(() -> promise.map(Promise::due));
    }

    Ticket offered(Offer made) {
        return new Ticket(lead, priority, since, resting, queue, Optional.of(made), Optional.empty());
    }

    Ticket queuedIn(String name) {
        return new Ticket(lead, priority, since, resting, name, Optional.empty(), Optional.empty());
    }

    /**
     * The same lead, which waits, with another priority.
     *
     * @param other the declared priority
     * @return the ticket of its waiting
     */
    public Ticket prior(int other) {
        return new Ticket(lead, other, since, resting, queue, Optional.empty(), Optional.empty());
    }

    /**
     * The same lead, which waits again and shall not go to a rep for a while.
     *
     * @param rep which rep
     * @param until until when
     * @return the ticket of its waiting
     */
    public Ticket without(RepId rep, Instant until) {
        SortedMap<RepId, Instant> all = new TreeMap<>(resting);
        all.put(rep, until);
        return new Ticket(lead, priority, since, all, queue, Optional.empty(), Optional.empty());
    }

    /** Without those who have rested enough. */
    Ticket at(Instant now) {
        if (resting.values().stream().allMatch(now::isBefore)) {
            return this;
        }
        SortedMap<RepId, Instant> still = new TreeMap<>(resting);
        still.values().removeIf(until -> !now.isBefore(until));
        return new Ticket(lead, priority, since, still, queue, offer, promise);
    }
}
