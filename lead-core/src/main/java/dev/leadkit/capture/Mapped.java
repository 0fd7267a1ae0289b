package dev.leadkit.capture;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.Touch;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.FieldValues;
import java.util.List;
import java.util.Optional;

/**
 * What a mapping made of a submission. Immutable and thread-safe.
 *
 * @param values the values and clearings that it gives, without those that were faulty
 * @param touch what it tells of the marketing that brought it, if anything
 * @param errors why it cannot become a lead as it is; empty if it can
 * @param warnings what was left out or is missing although it may be
 */
public record Mapped(FieldValues values, Optional<Touch> touch, List<Fault> errors, List<Fault> warnings) {

    /**
     * Makes the result.
     *
     * @param values the values
     * @param touch the touch, if any
     * @param errors the errors
     * @param warnings the warnings
     */
    public Mapped {
        requireNonNull(values, "values");
        requireNonNull(touch, "touch");
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /**
     * Makes a result without a touch.
     *
     * @param values the values
     * @param errors the errors
     * @param warnings the warnings
     */
    public Mapped(FieldValues values, List<Fault> errors, List<Fault> warnings) {
        this(values, Optional.empty(), errors, warnings);
    }

    /**
     * Whether it can become a lead.
     *
     * @return true if there are no errors
     */
    public boolean isUsable() {
        return errors.isEmpty();
    }
}
