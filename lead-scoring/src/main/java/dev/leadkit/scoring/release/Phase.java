package dev.leadkit.scoring.release;

import java.util.Locale;

/** What a version of a model is used for. */
public enum Phase {
    /** It is being written: it may still be replaced, and no score comes from it. */
    DRAFT,
    /** It scores beside the active one where it is asked for ({@link LiveEngines}), for comparison only; it can no longer be replaced. */
    SHADOW,
    /** It gives the scores that count; one version of a model at a time. */
    ACTIVE,
    /** It gave scores, or was to give some; it stays known so that they can be explained, and can come back. */
    RETIRED;

    /** Everything but the way back to a draft, which would let a version change that scores name. */
    boolean leadsTo(Phase next) {
        return next != this && next != DRAFT && !(this == DRAFT && next == RETIRED);
    }

    /** The phase in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
