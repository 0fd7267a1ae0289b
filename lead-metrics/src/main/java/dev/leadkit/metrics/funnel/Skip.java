package dev.leadkit.metrics.funnel;

/** What it means for a funnel that a step was skipped. */
public enum Skip {
    /** A later step implies the earlier ones: it counts as if what was skipped had been taken. */
    IMPLIED,
    /** A skipped step ends the way: later steps do not count. */
    STRICT,
    /** Each step counts by itself, whatever came of the others. */
    ANY
}
