package dev.leadkit.capture;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import java.util.List;
import java.util.Optional;

/**
 * What became of one submission: every submission has exactly one outcome, so that the numbers of all outcomes add up to
 * the number of submissions. Immutable and thread-safe.
 */
public sealed interface CaptureOutcome {

    /**
     * Everything that was said about the submission.
     *
     * @return warnings if it became or joined a lead, else why it did not; never a value of the submission
     */
    List<Fault> faults();

    /**
     * The lead that it belongs to.
     *
     * @return the lead it became or joined, or empty
     */
    Optional<LeadId> leadId();

    /**
     * Whether it became a lead, with warnings or without.
     *
     * @return true for {@link Accepted} only
     */
    default boolean captured() {
        return this instanceof Accepted;
    }

    /**
     * It became a new lead: it was captured.
     *
     * @param lead the new lead
     * @param warnings what was left out or is missing; may be empty
     */
    record Accepted(LeadId lead, List<Fault> warnings) implements CaptureOutcome {

        /**
         * Makes the outcome.
         *
         * @param lead the new lead
         * @param warnings the warnings, or none
         */
        public Accepted {
            requireNonNull(lead, "lead");
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<Fault> faults() {
            return warnings;
        }

        @Override
        public Optional<LeadId> leadId() {
            return Optional.of(lead);
        }
    }

    /**
     * It speaks of a lead that exists, and joined it.
     *
     * @param lead the lead that it joined
     * @param warnings what was left out or is missing; may be empty
     */
    record Merged(LeadId lead, List<Fault> warnings) implements CaptureOutcome {

        /**
         * Makes the outcome.
         *
         * @param lead the lead that it joined
         * @param warnings the warnings, or none
         */
        public Merged {
            requireNonNull(lead, "lead");
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<Fault> faults() {
            return warnings;
        }

        @Override
        public Optional<LeadId> leadId() {
            return Optional.of(lead);
        }
    }

    /**
     * It is kept aside: a person can mend it, or a better mapping.
     *
     * @param faults why; at least one
     */
    record Quarantined(List<Fault> faults) implements CaptureOutcome {

        /**
         * Makes the outcome.
         *
         * @param faults why; at least one
         */
        public Quarantined {
            faults = reasons(faults);
        }

        @Override
        public Optional<LeadId> leadId() {
            return Optional.empty();
        }
    }

    /**
     * It is not taken at all: it could not be read, or its lead has no room for it.
     *
     * @param faults why; at least one
     */
    record Refused(List<Fault> faults) implements CaptureOutcome {

        /**
         * Makes the outcome.
         *
         * @param faults why; at least one
         */
        public Refused {
            faults = reasons(faults);
        }

        @Override
        public Optional<LeadId> leadId() {
            return Optional.empty();
        }
    }

    private static List<Fault> reasons(List<Fault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("faults must be at least one, was none");
        }
        return List.copyOf(faults);
    }
}
