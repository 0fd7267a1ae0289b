package dev.leadkit.metrics.customer;

/** The five things that people do for a product, in the order of their first letters: AARRR. */
public enum Growth {
    /** They came. */
    ACQUISITION,
    /** They saw what it is good for. */
    ACTIVATION,
    /** They came back. */
    RETENTION,
    /** They brought others. */
    REFERRAL,
    /** They paid. */
    REVENUE
}
