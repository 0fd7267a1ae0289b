package dev.leadkit.metrics.quality;

/** What a submission said in one place. */
public enum Said {
    /** Nothing: the column is absent or blank, or holds a placeholder or a clearing. */
    NOTHING,
    /** Something good. */
    GOOD,
    /** Something that is not valid. */
    FAULTY
}
