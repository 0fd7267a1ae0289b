package dev.leadkit.event;

import dev.leadkit.lead.Stage;

/**
 * The lead was given up.
 *
 * @param header what every event has
 * @param stage the stage of lost leads
 * @param reason why, as told; must not be personal data: erasing keeps it
 */
public record Lost(EventHeader header, Stage stage, String reason) implements LeadEvent {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.lost(this);
    }
}
