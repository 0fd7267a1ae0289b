package dev.leadkit.enrichment;

import dev.leadkit.event.Enriched;

/**
 * The store threw when a provider's answer was to be kept. The answer was paid for: it is here, to be {@linkplain
 * LeadEnrichment#record recorded} when the store works again. The message names the lead, the provider and no values.
 */
public final class UnrecordedAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Enriched event;

    UnrecordedAnswerException(Enriched event, RuntimeException cause) {
        super("answer of " + event.provider() + " about lead " + event.leadId() + " is not in the store", cause);
        this.event = event;
    }

    /**
     * The answer.
     *
     * @return the event that the store did not take, as far as is known
     */
    public Enriched event() {
        return event;
    }
}
