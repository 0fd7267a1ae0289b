package dev.leadkit.store;

import dev.leadkit.event.LeadHistory;

/**
 * A lead as it is kept.
 *
 * @param history its events
 * @param version how often it was committed to, from 1 up
 */
public record StoredLead(LeadHistory history, long version) {}
