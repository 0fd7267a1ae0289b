package dev.leadkit.event;

import dev.leadkit.lead.FieldValues;

/**
 * Newer values came in for a lead that was there: a submission that was merged into it, or a correction.
 *
 * @param header what every event has
 * @param origin where the newer values came from
 * @param facts values that are not personal data, and clearings
 * @param personal values that are personal data; empty once erased
 */
public record Updated(EventHeader header, Origin origin, FieldValues facts, FieldValues personal) implements LeadEvent {

    /**
     * Makes the event.
     *
     * @param header what every event has
     * @param origin where the newer values came from
     * @param facts values that are not personal data, and clearings
     * @param personal values that are personal data; empty once erased
     */
    public Updated {
        Section.check(facts, personal);
    }

    /**
     * Makes the event from values of both kinds.
     *
     * @param header what every event has
     * @param origin where the newer values came from
     * @param values the values; personal ones go into the personal section
     * @return the event
     */
    public static Updated of(EventHeader header, Origin origin, FieldValues values) {
        return new Updated(header, origin, values.skeleton(), values.personal());
    }

    @Override
    public FieldValues values() {
        return facts.overlay(personal);
    }

    @Override
    public LeadEvent redacted() {
        return new Updated(header, origin, facts, FieldValues.EMPTY);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.updated(this);
    }
}
