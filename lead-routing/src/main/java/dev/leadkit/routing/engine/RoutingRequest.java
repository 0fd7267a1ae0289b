package dev.leadkit.routing.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.Assigned;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.Terms;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A lead that asks for a rep. Immutable. Start with {@link #of} and say what is different:
 * {@code RoutingRequest.of(history, now).waitingSince(then).without(decliners)}.
 *
 * @param facts the lead at the moment of the decision
 * @param since since when it waits; not after the moment
 * @param without who shall not be asked this time, such as reps who declined it
 * @param after the greatest token in the lead's history; 0 if there is none
 * @param terms how the place is to be kept; the kind of work is the plan's to say
 */
public record RoutingRequest(Facts facts, Instant since, SortedSet<RepId> without, long after, Terms terms) {

    /**
     * Makes a request.
     *
     * @param facts the lead
     * @param since since when it waits
     * @param without who shall not be asked
     * @param after the greatest token
     * @param terms how the place is to be kept
     * @throws IllegalArgumentException if the lead waits since later than the moment
     */
    public RoutingRequest {
        requireNonNull(facts, "facts");
        requireNonNull(terms, "terms");
        without = without.isEmpty()
                ? Collections.emptySortedSet()
                : Collections.unmodifiableSortedSet(new TreeSet<>(without));
        if (since.isAfter(facts.asOf())) {
            throw new IllegalArgumentException("since must be " + facts.asOf() + " or before, was " + since);
        }
    }

    /**
     * A lead that has just come.
     *
     * @param history its events; what occurred after the moment makes no difference
     * @param at the moment of the decision
     * @return the request
     */
    public static RoutingRequest of(LeadHistory history, Instant at) {
        return of(Facts.of(history, at), newestToken(history));
    }

    /**
     * A lead that has just come, for a host that keeps no history.
     *
     * @param facts the lead at the moment of the decision
     * @param after the greatest token that the lead ever had; 0 if there is none
     * @return the request
     */
    public static RoutingRequest of(Facts facts, long after) {
        return new RoutingRequest(facts, facts.asOf(), Collections.emptySortedSet(), after, Terms.STANDARD);
    }

    /** A ledger that lost its memory must not give a token that the lead's history would take for an old one. */
    private static long newestToken(LeadHistory history) {
        long newest = 0;
        for (LeadEvent event : history.events()) {
            if (event instanceof Assigned assigned) {
                newest = Math.max(newest, assigned.token());
            }
        }
        return newest;
    }

    /**
     * The same request of a lead that has waited.
     *
     * @param start since when
     * @return the request
     */
    public RoutingRequest waitingSince(Instant start) {
        return new RoutingRequest(facts, start, without, after, terms);
    }

    /**
     * The same request without some reps.
     *
     * @param reps who shall not be asked
     * @return the request
     */
    public RoutingRequest without(Collection<RepId> reps) {
        return new RoutingRequest(facts, since, new TreeSet<>(reps), after, terms);
    }

    /**
     * The same request on other terms.
     *
     * @param other how the place is to be kept
     * @return the request
     */
    public RoutingRequest on(Terms other) {
        return new RoutingRequest(facts, since, without, after, other);
    }

    Instant at() {
        return facts.asOf();
    }
}
