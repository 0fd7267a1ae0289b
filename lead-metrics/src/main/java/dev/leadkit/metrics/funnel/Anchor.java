package dev.leadkit.metrics.funnel;

/** Which entry into a funnel counts, when a lead enters it more than once. */
public enum Anchor {
    /** The first; what would begin another entry is ignored until this one is over. */
    FIRST_ENTRY,
    /** The latest that gets as far as any: a newer entry takes over unless an older one is ahead of it. */
    LATEST_ENTRY,
    /** All: the deepest way of any entry; of several, the one whose last step came first, begun as early as possible. */
    EVERY_ENTRY,
    /** The first within each {@linkplain dev.leadkit.metrics.facts.Episode episode} of the lead. */
    EPISODE
}
