package dev.leadkit.routing.ledger;

/** What became of a place that somebody asked about with its token. */
public enum Settlement {

    /** It is as asked: just now, or since an earlier call. */
    DONE,

    /** Its lease ended before, and it was given back; nobody may commit it any more. */
    EXPIRED,

    /** It was given back, and the lead has got no other place since. */
    RELEASED,

    /** The token is not that of the lead's latest place: it was moved, was placed anew, or never had this token. */
    STALE,

    /** The ledger knows of no place of this lead. */
    UNKNOWN;

    /**
     * Whether it is as asked.
     *
     * @return true for {@link #DONE} only
     */
    public boolean isDone() {
        return this == DONE;
    }
}
