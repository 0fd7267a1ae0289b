package dev.leadkit.event;

/**
 * An interaction took place.
 *
 * @param header what every event has
 * @param interaction what took place
 */
public record Interacted(EventHeader header, Interaction interaction) implements LeadEvent {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.interacted(this);
    }
}
