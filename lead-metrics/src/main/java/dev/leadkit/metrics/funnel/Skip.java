package dev.leadkit.metrics.funnel;

/** What it means for a funnel that a lead skipped a stage. */
public enum Skip {
    /** A later stage implies the earlier ones: the lead counts as having reached what it skipped. */
    IMPLIED,
    /** A skipped stage ends the way: later stages do not count for the lead. */
    STRICT
}
