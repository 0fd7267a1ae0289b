package dev.leadkit.event;

import dev.leadkit.lead.FieldValues;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A data provider was asked about the lead. The answer is kept, so that what followed from it can be replayed without asking
 * again; an answer without values says that the provider knows nothing, which is why it is not asked again for a while. In
 * the lead, a value from here never replaces what was submitted, and fills nothing that was explicitly cleared.
 *
 * @param header what every event has; {@code occurredAt} is when the provider answered
 * @param provider who was asked
 * @param facts values taken over that are not personal data
 * @param personal values taken over that are personal data; empty once erased
 * @param confidence how sure the provider is of a value, in percent, by the field's name; a field that is not here has no
 *     stated confidence
 */
public record Enriched(
        EventHeader header,
        String provider,
        FieldValues facts,
        FieldValues personal,
        SortedMap<String, Integer> confidence)
        implements LeadEvent {

    private static final int SURE = 100;

    /**
     * Makes the event.
     *
     * @param header what every event has
     * @param provider who was asked, not blank
     * @param facts values that are not personal data
     * @param personal values that are personal data
     * @param confidence percent by field name, each from 0 to 100
     */
    public Enriched {
        Section.check(facts, personal);
        if (provider.isBlank() || !facts.cleared().isEmpty()) {
            throw new IllegalArgumentException("enrichment must name its provider and clear nothing");
        }
        if (!confidence.values().stream().allMatch(percent -> percent >= 0 && percent <= SURE)) {
            throw new IllegalArgumentException("confidence must be from 0 to 100, was " + confidence);
        }
        confidence = Collections.unmodifiableSortedMap(new TreeMap<>(confidence));
    }

    @Override
    public FieldValues values() {
        return facts.overlay(personal);
    }

    @Override
    public LeadEvent redacted() {
        return new Enriched(header, provider, facts, FieldValues.EMPTY, confidence);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.enriched(this);
    }
}
