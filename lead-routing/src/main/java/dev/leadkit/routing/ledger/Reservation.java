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
 */
public record Reservation(LeadId lead, String pool, long after, List<Bid> bids, List<Share> shares) {

    /**
     * Asks for a place.
     *
     * @param lead for which lead
     * @param pool whose lags change
     * @param after the token that must be exceeded
     * @param bids who may take it
     * @param shares what was due to whom
     * @throws IllegalArgumentException if {@code after} is negative, or shares do not add up to one lead
     */
    public Reservation {
        requireNonNull(lead, "lead");
        requireNonNull(pool, "pool");
        bids = List.copyOf(bids);
        shares = List.copyOf(shares);
        if (after < 0) {
            throw new IllegalArgumentException("after must be 0 or more, was " + after);
        }
        long sum = shares.stream().mapToLong(Share::units).reduce(0, Math::addExact);
        if (!shares.isEmpty() && sum != Lag.ONE_LEAD) {
            throw new IllegalArgumentException("shares must add up to " + Lag.ONE_LEAD + ", were " + sum);
        }
    }
}
