package dev.leadkit.routing.ledger;

import static java.util.Objects.requireNonNull;

/**
 * Something that happened to a place.
 *
 * @param position where it stands in the feed, from 1 up, growing; gaps are possible
 * @param sort what happened
 * @param place the place as it was left
 * @param step the how-manieth change of the load of this rep in this kind of work it is: 1, 2, 3 ... without gaps; 0 if the
 *     load stayed as it was. Two leads' changes may stand in the feed in another order than their steps
 * @param reason why it was released, as told; empty for all others
 */
public record Change(long position, Sort sort, Place place, long step, String reason) {

    /** The most characters of a reason. */
    public static final int LONGEST_REASON = 255;

    /** What happens to places. */
    public enum Sort {
        /** A lead got a place. */
        GRANTED(1),
        /** It was committed; if it was so from the start, there is no such change. */
        COMMITTED(0),
        /** Its lease was prolonged. */
        RENEWED(0),
        /** It was given back. */
        RELEASED(-1),
        /** Its lease was over. */
        EXPIRED(-1),
        /** The lead was moved to another place. */
        REPLACED(-1),
        /** It was put in again from the host's records. */
        RESTORED(1);

        private final int sign;

        Sort(int sign) {
            this.sign = sign;
        }

        /**
         * Whether a rep has more room than before.
         *
         * @return true for {@link #RELEASED}, {@link #EXPIRED} and {@link #REPLACED}
         */
        public boolean frees() {
            return sign < 0;
        }
    }

    /**
     * Makes a change.
     *
     * @param position where it stands
     * @param sort what happened
     * @param place the place
     * @param step the number among the changes of this load
     * @param reason why, at most {@link #LONGEST_REASON} characters
     */
    public Change {
        requireNonNull(sort, "sort");
        requireNonNull(place, "place");
        checkReason(reason);
    }

    static void checkReason(String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "reason must be a text of at most " + LONGEST_REASON + " characters, had " + reason.length());
        }
    }

    /**
     * By how much the rep's load changed.
     *
     * @return the units of the place, negative if they were given back, 0 if the load stayed
     */
    public int units() {
        return sort.sign * place.work().units();
    }
}
