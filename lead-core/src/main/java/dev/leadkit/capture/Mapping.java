package dev.leadkit.capture;

import dev.leadkit.lead.FieldValues;
import java.util.List;

/** Says how the columns of a submission become fields of a lead. Immutable and thread-safe. */
public final class Mapping {

    Mapping() {}

    /**
     * Makes field values of a submission.
     *
     * @param submission what was handed in
     * @return the values, with everything that was wrong; never throws for bad input
     */
    public Mapped map(Submission submission) {
        return new Mapped(FieldValues.EMPTY, List.of(), List.of());
    }
}
