package dev.leadkit.routing.ledger;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.model.Lag;
import java.util.List;

/**
 * A place asked for.
 *
 * @param lead for which lead
 * @param pool whose lags change: the plan's name
 * @param after the token given must be greater than this; 0 or more, the greatest token in the lead's history
 * @param bids who may take it, the best first; the first with room does
 * @param shares what was due to whom; all together {@link Lag#ONE_LEAD}, or empty if no account is kept
 * @param terms the kind of work, the lease, the place to move from, the key
 */
public record Reservation(LeadId lead, String pool, long after, List<Bid> bids, List<Share> shares, Terms terms) {

    /** The greatest token that may be known of a lead, so that there is always a greater one. */
    public static final long MOST_AFTER = Long.MAX_VALUE / 2;

    /**
     * Asks for a place.
     *
     * @param lead for which lead
     * @param pool whose lags change
     * @param after the token that must be exceeded, 0 to {@link #MOST_AFTER}
     * @param bids who may take it
     * @param shares what was due to whom
     * @param terms on which terms
     * @throws IllegalArgumentException if {@code after} is out of its bounds, or shares do not add up to one lead
     */
    public Reservation {
        requireNonNull(lead, "lead");
        requireNonNull(pool, "pool");
        requireNonNull(terms, "terms");
        bids = List.copyOf(bids);
        shares = List.copyOf(shares);
        checkAfter(after);
        long sum = shares.stream().mapToLong(Share::units).reduce(0, Math::addExact);
        checkShares(shares.size(), sum);
    }

    /**
     * Asks for a place on {@linkplain Terms#STANDARD the usual terms}.
     *
     * @param lead for which lead
     * @param pool whose lags change
     * @param after the token that must be exceeded
     * @param bids who may take it
     * @param shares what was due to whom
     */
    public Reservation(LeadId lead, String pool, long after, List<Bid> bids, List<Share> shares) {
        this(lead, pool, after, bids, shares, Terms.STANDARD);
    }

    /**
     * The same reservation on other terms.
     *
     * @param other the terms
     * @return the reservation
     */
    public Reservation on(Terms other) {
        return new Reservation(lead, pool, after, bids, shares, other);
    }

    static void checkAfter(long after) {
        if (after < 0 || after > MOST_AFTER) {
            throw new IllegalArgumentException("after must be from 0 to " + MOST_AFTER + ", was " + after);
        }
    }

    static void checkShares(int number, long sum) {
        if (number > 0 && sum != Lag.ONE_LEAD) {
            throw new IllegalArgumentException("shares must add up to " + Lag.ONE_LEAD + ", were " + sum);
        }
    }
}
