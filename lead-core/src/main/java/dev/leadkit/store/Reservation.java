package dev.leadkit.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An idempotency key that is reserved with a commit, and what a repetition gets for an answer.
 *
 * @param key the key with the fingerprint of its payload
 * @param result what to answer to a repetition, in the caller's own form, at most 1,000,000 characters; no personal data
 * @param keepUntil when the key may be forgotten, after which a repetition is no longer known for one
 */
public record Reservation(IdempotencyKey key, String result, Instant keepUntil) {

    private static final int LONGEST = 1_000_000;

    /**
     * Makes a reservation.
     *
     * @param key the key
     * @param result what to answer to a repetition
     * @param keepUntil when the key may be forgotten
     */
    public Reservation {
        requireNonNull(key, "key");
        requireNonNull(keepUntil, "keepUntil");
        if (result.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "result must be a text of at most " + LONGEST + " characters, had " + result.length());
        }
    }
}
