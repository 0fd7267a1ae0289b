package dev.leadkit.metrics.funnel;

/** In which order the steps of a funnel must be taken. */
public enum StepOrder {
    /** One after the other; other things may happen in between. */
    SEQUENTIAL,
    /** One after the other, and nothing that the funnel knows (a step of it, or an exclusion) may happen in between. */
    STRICT,
    /** In any order. */
    ANY
}
