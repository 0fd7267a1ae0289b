package dev.leadkit.store;

import dev.leadkit.event.LeadEvent;

/**
 * An event and its place in the feed.
 *
 * @param position its place, from 1 up, growing with every commit; gaps are possible
 * @param event the event
 */
public record FeedEvent(long position, LeadEvent event) {}
