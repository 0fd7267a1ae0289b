package dev.leadkit.store;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.Effect;

/**
 * A worker's right to carry out an effect, for a while.
 *
 * @param effect the effect
 * @param attempt the how manieth claim of this effect it is, from 1 up; tells this claim from those before and after
 * @param failures how often it was {@linkplain Outbox#failed tried in vain} before, from 0 up and below {@code attempt}: what
 *     a worker's wait before the next try should depend on. Claims that lapsed or were postponed are none
 */
public record Claim(Effect effect, int attempt, int failures) {

    /**
     * Makes a claim.
     *
     * @param effect the effect
     * @param attempt the how manieth claim it is, from 1 up
     * @param failures how often it was tried in vain before, from 0 up and below {@code attempt}
     */
    public Claim {
        requireNonNull(effect, "effect");
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt must be from 1 up, was " + attempt);
        }
        if (failures < 0 || failures >= attempt) {
            throw new IllegalArgumentException(
                    "failures must be from 0 up and fewer than attempts, were " + failures + " at attempt " + attempt);
        }
    }
}
