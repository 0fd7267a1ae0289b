package dev.leadkit.condition.logic;

/** What a condition shall turn out to be. */
enum Sign {
    TRUE,
    FALSE,
    NOT_TRUE,
    NOT_FALSE;

    /** What the part of a negation shall be, so that the negation is this. */
    Sign ofNegated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case NOT_TRUE -> NOT_FALSE;
            case NOT_FALSE -> NOT_TRUE;
        };
    }

    /** Whether a conjunction is this exactly when all of its parts are; else exactly when at least one of them is. */
    boolean needsAllOfConjunction() {
        return this == TRUE || this == NOT_FALSE;
    }

    /** Whether a test that cannot be answered is this. */
    boolean allowsUnknown() {
        return this == NOT_TRUE || this == NOT_FALSE;
    }

    /** Whether a test that is answered must hold to be this. */
    boolean holds() {
        return this == TRUE || this == NOT_FALSE;
    }
}
