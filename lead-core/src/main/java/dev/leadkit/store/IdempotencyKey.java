package dev.leadkit.store;

/**
 * Makes a commit happen once, however often it is tried.
 *
 * @param key what the caller calls this attempt and its repetitions, 1 to 255 characters; not personal data; forgotten when
 *     the lead is redacted
 * @param payload the fingerprint of what was handed in, to tell a repetition from another payload under the same key
 */
public record IdempotencyKey(String key, String payload) {

    private static final int LONGEST = 255;

    /**
     * Makes a key.
     *
     * @param key the caller's name for the attempt, not blank, at most 255 characters
     * @param payload the payload's fingerprint, not blank
     */
    public IdempotencyKey {
        if (key.isBlank() || key.length() > LONGEST || payload.isBlank()) {
            throw new IllegalArgumentException(
                    "idempotency key must be a text of 1 to 255 characters and have a payload");
        }
    }
}
