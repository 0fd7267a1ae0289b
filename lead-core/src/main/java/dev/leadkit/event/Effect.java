package dev.leadkit.event;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that the host shall do because of a decision: send a mail, make a task. It goes in with the decision and is
 * carried out once. {@code toString} shows no content.
 *
 * @param id which effect
 * @param lead which lead it concerns
 * @param type what is to be done, as the host calls it, such as {@code mail.welcome}
 * @param dueAt not to be done before
 * @param facts further content that is not personal data
 * @param personal further content that is personal data; empty once erased
 */
public record Effect(
        EffectId id,
        LeadId lead,
        String type,
        Instant dueAt,
        SortedMap<String, String> facts,
        SortedMap<String, String> personal) {

    /**
     * Makes an effect.
     *
     * @param id which effect
     * @param lead which lead it concerns
     * @param type what is to be done, not blank
     * @param dueAt not to be done before
     * @param facts further content
     * @param personal further content that is personal data
     */
    public Effect {
        requireNonNull(id, "id");
        requireNonNull(lead, "lead");
        requireNonNull(dueAt, "dueAt");
        if (type.isBlank()) {
            throw new IllegalArgumentException("effect type must be a text, was blank");
        }
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        personal = Collections.unmodifiableSortedMap(new TreeMap<>(personal));
    }

    /**
     * The effect without its personal content.
     *
     * @return an effect of the same identity
     */
    public Effect redacted() {
        return new Effect(id, lead, type, dueAt, facts, new TreeMap<>());
    }

    @Override
    public String toString() {
        return "Effect[" + id + ", " + type + "]";
    }
}
