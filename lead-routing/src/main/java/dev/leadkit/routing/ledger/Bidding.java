package dev.leadkit.routing.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * Bids and shares by the numbers of a {@link Seating}, in arrays that are used again and again. Mutable and not thread-safe:
 * one for each thread.
 */
public final class Bidding {

    private static final int ROOM = 8;

    private int[] bidders = new int[ROOM];
    private int[] units = new int[ROOM];
    private int[] limits = new int[ROOM];
    private int bids;
    private int[] sharers = new int[ROOM];
    private long[] parts = new long[ROOM];
    private int shares;
    private long sum;
    private long after;
    private Terms terms = Terms.STANDARD;

    /** Makes an empty one. */
    public Bidding() {}

    /**
     * Forgets bids and shares, and stands for a lead without a known token on the {@linkplain Terms#STANDARD usual terms}.
     *
     * @return this
     */
    public Bidding clear() {
        bids = 0;
        shares = 0;
        sum = 0;
        after = 0;
        terms = Terms.STANDARD;
        return this;
    }

    /**
     * Says on which terms; their kind of work is not looked at, the seating's counts.
     *
     * @param other the terms
     * @return this
     */
    public Bidding on(Terms other) {
        terms = requireNonNull(other, "terms");
        return this;
    }

    /**
     * Says which token the new one must exceed.
     *
     * @param token 0 to {@link Reservation#MOST_AFTER}
     * @return this
     */
    public Bidding after(long token) {
        Reservation.checkAfter(token);
        after = token;
        return this;
    }

    /**
     * Adds a bid behind those there are.
     *
     * @param rep the rep's number
     * @param need how many units of work the lead is, 1 to {@link Work#MOST_UNITS}
     * @param limit the most units that the rep may have, not negative
     * @return this
     */
    public Bidding bid(int rep, int need, int limit) {
        Work.checkUnits(need);
        Bid.checkLimit(limit);
        if (bids == bidders.length) {
            bidders = Arrays.copyOf(bidders, 2 * bids);
            units = Arrays.copyOf(units, 2 * bids);
            limits = Arrays.copyOf(limits, 2 * bids);
        }
        bidders[bids] = rep;
        units[bids] = need;
        limits[bids++] = limit;
        return this;
    }

    /**
     * Adds a share.
     *
     * @param rep the rep's number
     * @param part what was due, in {@link dev.leadkit.routing.model.Lag} units, not negative
     * @return this
     */
    public Bidding share(int rep, long part) {
        Share.check(part);
        if (shares == sharers.length) {
            sharers = Arrays.copyOf(sharers, 2 * shares);
            parts = Arrays.copyOf(parts, 2 * shares);
        }
        sum = Math.addExact(sum, part);
        sharers[shares] = rep;
        parts[shares++] = part;
        return this;
    }

    /** A number that there is not is found before anything changes. */
    void check(int reps) {
        Reservation.checkShares(shares, sum);
        for (int i = 0; i < bids; i++) {
            checkNumber(bidders[i], reps);
        }
        for (int i = 0; i < shares; i++) {
            checkNumber(sharers[i], reps);
        }
    }

    private static void checkNumber(int rep, int reps) {
        if (rep < 0 || rep >= reps) {
            throw new IllegalArgumentException("rep must be numbered 0 to " + (reps - 1) + ", was " + rep);
        }
    }

    Terms terms() {
        return terms;
    }

    long after() {
        return after;
    }

    int bids() {
        return bids;
    }

    int bidder(int place) {
        return bidders[place];
    }

    int units(int place) {
        return units[place];
    }

    int limit(int place) {
        return limits[place];
    }

    int shares() {
        return shares;
    }

    int sharer(int place) {
        return sharers[place];
    }

    long part(int place) {
        return parts[place];
    }
}
