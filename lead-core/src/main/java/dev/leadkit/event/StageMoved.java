package dev.leadkit.event;

import dev.leadkit.lead.Stage;

/**
 * The lead entered another stage.
 *
 * @param header what every event has
 * @param from the stage it left
 * @param to the stage it entered
 * @param reason why, as told; empty where no reason was asked for; must not be personal data: erasing keeps it
 */
public record StageMoved(EventHeader header, Stage from, Stage to, String reason) implements LeadEvent {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.stageMoved(this);
    }
}
