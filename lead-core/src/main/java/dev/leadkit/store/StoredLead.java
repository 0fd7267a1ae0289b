package dev.leadkit.store;

import dev.leadkit.event.LeadHistory;

/**
 * A lead as it is kept.
 *
 * @param history its events
 * @param version grows by one with each commit that brings a new event, and with each redaction; from 1 up
 */
public record StoredLead(LeadHistory history, long version) {}
