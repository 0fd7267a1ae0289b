package dev.leadkit.store;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.Effect;

/**
 * A worker's right to carry out an effect, for a while.
 *
 * @param effect the effect
 * @param attempt the how manieth claim of this effect it is, from 1 up; tells this claim from those before and after
 */
public record Claim(Effect effect, int attempt) {

    /**
     * Makes a claim.
     *
     * @param effect the effect
     * @param attempt the how manieth claim it is, from 1 up
     */
    public Claim {
        requireNonNull(effect, "effect");
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt must be from 1 up, was " + attempt);
        }
    }
}
