package dev.leadkit.routing.ledger;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.time.Instant;
import java.util.Optional;

/**
 * A place that a lead has with a rep. Immutable.
 *
 * @param lead which lead
 * @param rep with whom
 * @param token the place's token, greater than every earlier one of the same lead; from 1
 * @param work how much of which kind of work it takes up
 * @param committed whether the assignment was committed; it takes up the place either way
 * @param until when its lease ends, by the ledger's clock, to the microsecond; empty if without end, as of a committed one.
 *     At that very moment it is over
 */
public record Place(LeadId lead, RepId rep, long token, Work work, boolean committed, Optional<Instant> until) {

    /** The greatest token of a place that can be put in again: there are always greater ones behind it. */
    public static final long MOST_RESTORED = Long.MAX_VALUE - Integer.MAX_VALUE;

    /**
     * Makes a place.
     *
     * @param lead which lead
     * @param rep with whom
     * @param token the token
     * @param work how much work
     * @param committed whether it was committed
     * @param until when its lease ends
     */
    public Place {
        requireNonNull(lead, "lead");
        requireNonNull(rep, "rep");
        requireNonNull(work, "work");
        if (token < 1) {
            throw new IllegalArgumentException("token must be 1 or more, was " + token);
        }
        if (committed && until.isPresent()) {
            throw new IllegalArgumentException("lease of a committed place must be without end, was " + until.get());
        }
    }

    /**
     * Makes a place of one lead without end.
     *
     * @param lead which lead
     * @param rep with whom
     * @param token the token
     * @param committed whether it was committed
     */
    public Place(LeadId lead, RepId rep, long token, boolean committed) {
        this(lead, rep, token, Work.ONE_LEAD, committed, Optional.empty());
    }

    /**
     * Sees to it that the lead can still get another place after this one.
     *
     * @return this
     * @throws IllegalArgumentException if the token is greater than {@link #MOST_RESTORED}
     */
    public Place restorable() {
        if (token > MOST_RESTORED) {
            throw new IllegalArgumentException(
                    "token of a place to be restored must be at most " + MOST_RESTORED + ", was " + token);
        }
        return this;
    }

    /**
     * This place as it is when it is committed.
     *
     * @return the committed place
     */
    public Place asCommitted() {
        return new Place(lead, rep, token, work, true, Optional.empty());
    }

    Place with(Work other) {
        return new Place(lead, rep, token, other, committed, until);
    }

    /**
     * This place with another end of its lease.
     *
     * @param end the end
     * @return the place, not committed
     */
    public Place leasedUntil(Instant end) {
        return new Place(lead, rep, token, work, false, Optional.of(end));
    }

    /**
     * Whether its lease is over.
     *
     * @param now what time it is by the ledger's clock
     * @return true at its end and after it; never without a lease
     */
    public boolean isOver(Instant now) {
        return until.isPresent() && !now.isBefore(until.get());
    }
}
