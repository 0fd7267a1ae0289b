package dev.leadkit.store;

import static java.util.Objects.requireNonNull;

/**
 * What stands in quarantine under a number.
 *
 * @param number the number, from 1 up, growing; gaps are possible
 * @param content the submission with its faults
 */
public record QuarantineItem(long number, QuarantinedSubmission content) {

    /**
     * Makes an item.
     *
     * @param number the number, from 1 up
     * @param content the submission with its faults
     */
    public QuarantineItem {
        requireNonNull(content, "content");
    }
}
