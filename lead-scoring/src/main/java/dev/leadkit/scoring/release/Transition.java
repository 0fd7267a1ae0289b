package dev.leadkit.scoring.release;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.ModelRef;
import java.time.Instant;

/**
 * A step in the life of a version.
 *
 * @param model the version, with the hash of its content
 * @param to what it is used for from then on
 * @param at when
 * @param by who decided it, not blank; an identifier, not personal data
 */
public record Transition(ModelRef model, Phase to, Instant at, String by) {

    /**
     * Makes a step.
     *
     * @param model the version
     * @param to what it is used for from then on
     * @param at when
     * @param by who decided it
     * @throws IllegalArgumentException if nobody decided it
     */
    public Transition {
        requireNonNull(model, "model");
        requireNonNull(to, "to");
        requireNonNull(at, "at");
        if (by.isBlank()) {
            throw new IllegalArgumentException("by must be a text, was blank");
        }
    }
}
