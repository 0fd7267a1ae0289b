package dev.leadkit.store;

import static java.util.Objects.requireNonNull;

import dev.leadkit.capture.Submission;
import java.time.Instant;

/**
 * What came in, as it came, kept beside what was made of it. May hold personal data.
 *
 * @param submission the submission as it came
 * @param receivedAt when it came in
 * @param keepUntil when it is to be forgotten
 */
public record Payload(Submission submission, Instant receivedAt, Instant keepUntil) {

    /**
     * Makes a payload.
     *
     * @param submission the submission as it came
     * @param receivedAt when it came in
     * @param keepUntil when it is to be forgotten
     */
    public Payload {
        requireNonNull(submission, "submission");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(keepUntil, "keepUntil");
    }
}
