package dev.leadkit.enrichment;

import dev.leadkit.lead.Field;
import java.util.Set;

/**
 * A data provider, as the host calls it. An implementation must be safe for use by many threads if the host works with many.
 * What it throws is contained and named in the result; the call then counts as paid.
 */
public interface Enricher {

    /**
     * Who is asked. The name goes into events and effects: it must stay the same for as long as they are kept.
     *
     * @return a letter and up to 63 letters, digits, {@code _}, {@code -} or {@code .}
     */
    String name();

    /**
     * Which fields it may fill. Asked once, when the enrichment is built.
     *
     * @return the fields, at least one, none of those that the library keeps itself
     */
    Set<Field<?>> fills();

    /**
     * Asks the provider about one lead.
     *
     * @param question what is asked, and how long there is time
     * @return the answer; one that comes after the deadline is an answer all the same, because it was paid for
     */
    EnrichmentAnswer answer(EnrichmentQuestion question);
}
