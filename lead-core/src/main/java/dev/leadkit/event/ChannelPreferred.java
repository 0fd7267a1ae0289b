package dev.leadkit.event;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Channel;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.StandardFields;

/**
 * The person said how they want to be reached. This is a wish, not a consent.
 *
 * @param header what every event has
 * @param channel the way they prefer
 */
public record ChannelPreferred(EventHeader header, Channel channel) implements LeadEvent {

    /**
     * Makes the event.
     *
     * @param header what every event has
     * @param channel the way they prefer
     */
    public ChannelPreferred {
        requireNonNull(header, "header");
        requireNonNull(channel, "channel");
    }

    @Override
    public FieldValues values() {
        return FieldValues.builder()
                .set(StandardFields.PREFERRED_CHANNEL, channel.name())
                .build();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.channelPreferred(this);
    }
}
