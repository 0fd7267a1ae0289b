package dev.leadkit.desk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.Interaction;
import java.time.Instant;

/**
 * An interaction and when it took place.
 *
 * @param interaction what took place
 * @param occurredAt when; the same interaction of a lead at the same instant is one, however often it is told
 */
public record TimedInteraction(Interaction interaction, Instant occurredAt) {

    /**
     * Makes a timed interaction.
     *
     * @param interaction what took place
     * @param occurredAt when, within the years 1 to 9999
     */
    public TimedInteraction {
        requireNonNull(interaction, "interaction");
        if (!EventHeader.isInRange(occurredAt)) {
            throw new IllegalArgumentException("interaction must have taken place within the years 1 to 9999");
        }
    }
}
