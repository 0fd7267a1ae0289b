package dev.leadkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * What must not happen between two steps of a funnel. Immutable and thread-safe.
 *
 * @param what what must not happen
 * @param after the number of the step after which it must not, from 1
 * @param before the number of the step before which it must not, greater than {@code after}
 */
public record Exclusion(FunnelStep what, int after, int before) implements Serializable {

    /**
     * Makes an exclusion.
     *
     * @param what what must not happen
     * @param after the step after which
     * @param before the step before which
     */
    public Exclusion {
        requireNonNull(what, "what");
    }

    /** What becomes of it. */
    public enum Scope {
        /** The whole entry is left out and counted as such; the whole lead, where leads are counted. */
        WHOLE_FUNNEL,
        /** The way ends there; another way around it may lead on. */
        INTERVAL
    }

    @Override
    public String toString() {
        return what.label() + "(" + after + "-" + before + ")";
    }
}
