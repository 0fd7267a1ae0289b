package dev.leadkit.metrics.quality;

/** Who cares for an open lead. */
public enum Care {
    /** A rep owns it. */
    OWNER,
    /** Nobody owns it, and it was put into a queue. */
    QUEUE,
    /** Nobody owns it, and it is in no queue. */
    NOBODY
}
