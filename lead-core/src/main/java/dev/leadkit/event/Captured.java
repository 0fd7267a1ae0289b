package dev.leadkit.event;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Stage;

/**
 * A submission made a new lead.
 *
 * @param header what every event has
 * @param origin where the submission came from
 * @param stage the first stage
 * @param facts values that are not personal data, and clearings
 * @param personal values that are personal data; empty once erased
 */
public record Captured(EventHeader header, Origin origin, Stage stage, FieldValues facts, FieldValues personal)
        implements LeadEvent {

    /**
     * Makes the event.
     *
     * @param header what every event has
     * @param origin where the submission came from
     * @param stage the first stage
     * @param facts values that are not personal data, and clearings
     * @param personal values that are personal data; empty once erased
     */
    public Captured {
        Section.check(facts, personal);
    }

    /**
     * Makes the event from values of both kinds.
     *
     * @param header what every event has
     * @param origin where the submission came from
     * @param stage the first stage
     * @param values the values; personal ones go into the personal section
     * @return the event
     */
    public static Captured of(EventHeader header, Origin origin, Stage stage, FieldValues values) {
        return new Captured(header, origin, stage, values.skeleton(), values.personal());
    }

    @Override
    public FieldValues values() {
        return facts.overlay(personal);
    }

    @Override
    public LeadEvent redacted() {
        return new Captured(header, origin, stage, facts, FieldValues.EMPTY);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.captured(this);
    }
}
