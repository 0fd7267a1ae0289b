package dev.leadkit.store;

import static java.util.Objects.requireNonNull;

import dev.leadkit.capture.Submission;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.List;

/**
 * A submission that could not become a lead as it is.
 *
 * @param submission the submission as it came; may hold personal data
 * @param faults why it is here, without personal data; at least one
 * @param receivedAt when it came in
 * @param keepUntil when it may be forgotten
 */
public record QuarantinedSubmission(Submission submission, List<Fault> faults, Instant receivedAt, Instant keepUntil) {

    /**
     * Makes an item.
     *
     * @param submission the submission as it came
     * @param faults why it is here, at least one
     * @param receivedAt when it came in
     * @param keepUntil when it may be forgotten
     */
    public QuarantinedSubmission {
        requireNonNull(submission, "submission");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(keepUntil, "keepUntil");
        faults = List.copyOf(faults);
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("faults must be at least one, was none");
        }
    }

    /**
     * The lead that the record would have become: by this it is found when that person is erased.
     *
     * @return the lead's identifier, whether there is such a lead or not
     */
    public LeadId record() {
        return LeadId.derived(submission.system(), submission.externalId());
    }
}
