package dev.leadkit.routing.ledger;

import dev.leadkit.lead.LeadId;

/**
 * A ledger seen by somebody who counts the reps: the rep with number i is the i-th of the list that the seating was made for.
 * Spares a look-up and a list of bids for each decision. Thread-safe; a ledger may have any number of seatings.
 */
public interface Seating {

    /**
     * How many reps there are.
     *
     * @return the number; the reps' numbers are 0 to this less one
     */
    int size();

    /**
     * Whether {@link #used} and {@link #lag} always tell the latest, as in memory, so that nobody needs to {@linkplain #refresh refresh}.
     *
     * @return true or false for ever
     */
    boolean isLive();

    /**
     * Reads anew what {@link #used} and {@link #lag} tell of some reps: on a database in one question. A router asks for those whom a stage, a ranking or code of the
     * host's is about to ask for, of whom this decision has not read. One that is {@linkplain #isLive live} does nothing, not even with wrong numbers.
     *
     * @param reps the reps' numbers
     * @param count how many of them, from the first on; at least 1
     * @throws IndexOutOfBoundsException if there is no such rep, or fewer than the count
     */
    void refresh(int[] reps, int count);

    /**
     * How many units of the seating's kind of work a rep has, reserved and committed, over all pools. Good for a ranking; only a
     * reservation decides.
     *
     * @param rep the rep's number
     * @return the units as of that {@link #refresh} of the rep which ended last, or later; 0 if there was none and the seating is not live
     * @throws IndexOutOfBoundsException if there is no such rep
     */
    int used(int rep);

    /**
     * How many units each of some reps has.
     *
     * @param reps the reps' numbers
     * @param count how many of them, from the first on
     * @param into where the units go, in the same order
     * @throws IndexOutOfBoundsException if there is no such rep, or no room
     */
    default void used(int[] reps, int count, int[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = used(reps[i]);
        }
    }

    /**
     * How far a rep is behind the fair share in the seating's pool.
     *
     * @param rep the rep's number
     * @return the lag as of that {@link #refresh} of the rep which ended last, or later, in {@link dev.leadkit.routing.model.Lag} units; 0 if there was none and
     *     the seating is not live
     * @throws IndexOutOfBoundsException if there is no such rep
     */
    long lag(int rep);

    /**
     * How far each of some reps is behind the fair share.
     *
     * @param reps the reps' numbers
     * @param count how many of them, from the first on
     * @param into where the lags go, in the same order
     * @throws IndexOutOfBoundsException if there is no such rep, or no room
     */
    default void lags(int[] reps, int count, long[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = lag(reps[i]);
        }
    }

    /**
     * Says that a place may soon be asked for a lead, perhaps of another kind of work, so that a ledger can read ahead. Changes nothing, and is not
     * said of every lead; what it throws ends the call of the router.
     *
     * @param lead which lead
     */
    default void expect(LeadId lead) {
        // only a matter of time
    }

    /**
     * Takes a lead and a place, as {@link AssignmentLedger#reserve} does, in the seating's pool and kind of work.
     *
     * @param lead for which lead
     * @param bidding who may take it, and what was due to whom; read before this returns, and not changed
     * @return what became of it
     * @throws IllegalArgumentException if the bidding names a rep by a number that there is not, or its shares do not add up
     */
    ReserveResult reserve(LeadId lead, Bidding bidding);
}
