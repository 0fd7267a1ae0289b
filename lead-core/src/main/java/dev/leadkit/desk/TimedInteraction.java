package dev.leadkit.desk;

import static java.util.Objects.requireNonNull;

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
     * @param occurredAt when
     */
    public TimedInteraction {
        requireNonNull(interaction, "interaction");
        requireNonNull(occurredAt, "occurredAt");
    }
}
