package dev.leadkit.event;

import static java.util.Objects.requireNonNull;

/**
 * Our marketing touched the person behind the lead. Touches are only ever added: the first and the last are views of the
 * list, so a later visit rewrites nothing.
 *
 * @param header what every event has
 * @param touch what the link told
 */
public record Touched(EventHeader header, Touch touch) implements LeadEvent {

    /**
     * Makes the event.
     *
     * @param header what every event has
     * @param touch what the link told
     */
    public Touched {
        requireNonNull(header, "header");
        requireNonNull(touch, "touch");
    }

    @Override
    public LeadEvent redacted() {
        return new Touched(header, touch.redacted());
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.touched(this);
    }
}
