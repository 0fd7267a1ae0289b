package dev.leadkit.store;

import java.util.List;
import java.util.Optional;

/** Submissions that could not become leads as they are, until a person or a better mapping mends them. */
public interface Quarantine {

    /**
     * Keeps a submission. An equal submission that is there already is kept once, under the number it has, with the newer
     * faults and times. Leads and quarantine share their idempotency keys; a reservation stays when its item is removed.
     *
     * @param submission the submission with its faults
     * @param reservation the idempotency key under which it was handed in, with the result to give to a repetition, or empty
     * @return what became of it
     */
    KeepResult keep(QuarantinedSubmission submission, Optional<Reservation> reservation);

    /**
     * One of them.
     *
     * @param number its number
     * @return the item, or empty if there is none
     */
    Optional<QuarantineItem> find(long number);

    /**
     * All of them, page by page, in the order in which they came in.
     *
     * @param after the number of the last item already seen, 0 to start
     * @param most how many items at most, from 1 up
     * @return the next items; empty if there are no more
     * @throws IllegalArgumentException if {@code after} is negative or {@code most} is not positive
     */
    List<QuarantineItem> page(long after, int most);

    /**
     * Takes one away, because it was mended or thrown out.
     *
     * @param number its number
     * @return true if it was there
     */
    boolean remove(long number);
}
