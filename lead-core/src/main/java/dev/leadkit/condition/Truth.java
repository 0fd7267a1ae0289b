package dev.leadkit.condition;

/** What a condition gives. */
public enum Truth {
    /** It holds. */
    TRUE,
    /** It does not hold. */
    FALSE,
    /** Too little is known to say. */
    UNKNOWN;

    /**
     * The truth of a plain fact.
     *
     * @param fact whether it holds
     * @return {@link #TRUE} or {@link #FALSE}
     */
    public static Truth of(boolean fact) {
        return fact ? TRUE : FALSE;
    }

    /**
     * The opposite.
     *
     * @return true for false, false for true, unknown for unknown
     */
    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
