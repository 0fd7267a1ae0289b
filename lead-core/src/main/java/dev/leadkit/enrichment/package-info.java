/**
 * Asks data providers for what a lead does not say itself, and keeps every answer as an event: {@link
 * dev.leadkit.enrichment.LeadEnrichment} is the way in, {@link dev.leadkit.enrichment.Enricher} what a host implements.
 */
@NullMarked
package dev.leadkit.enrichment;

import org.jspecify.annotations.NullMarked;
