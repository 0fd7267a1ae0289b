package dev.leadkit.event;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * One contact between the lead and us, or a trace that the lead left. {@code toString} does not show properties.
 *
 * @param type what it was, such as {@code email.opened}; compared exactly
 * @param direction which way it went
 * @param actor who acted on our side
 * @param properties further facts in their text form, such as {@code page} or {@code minutes}; must not be personal data
 */
public record Interaction(String type, Direction direction, Actor actor, Map<String, String> properties) {

    /**
     * Makes an interaction.
     *
     * @param type what it was, not blank
     * @param direction which way it went
     * @param actor who acted on our side
     * @param properties further facts
     */
    public Interaction {
        if (type.isBlank()) {
            throw new IllegalArgumentException("interaction type must be a text, was blank");
        }
        requireNonNull(direction, "direction");
        requireNonNull(actor, "actor");
        properties = Properties.of(properties);
    }

    /**
     * Something that the lead did, traced by a machine.
     *
     * @param type what it was
     * @return an inbound interaction without properties
     */
    public static Interaction inbound(String type) {
        return new Interaction(type, Direction.INBOUND, Actor.AUTOMATED, Map.of());
    }

    /**
     * Something that a person on our side did towards the lead.
     *
     * @param type what it was
     * @return an outbound interaction by a human, without properties
     */
    public static Interaction outbound(String type) {
        return new Interaction(type, Direction.OUTBOUND, Actor.HUMAN, Map.of());
    }

    @Override
    public String toString() {
        return "Interaction[" + type + " " + direction + "]";
    }
}
