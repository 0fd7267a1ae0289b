package dev.leadkit.desk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import java.util.List;
import java.util.Optional;

/**
 * What became of a wish. Everything but {@link Done} changed nothing. Immutable.
 *
 * @param <T> what it gives when it is done
 */
public sealed interface DeskResult<T> {

    /**
     * It is done: just now, or earlier when it was told before.
     *
     * @param value what it gives
     * @param version the lead's version now
     * @param warnings what did not go as it should beside it, such as a place that could not be given back
     * @param <T> what it gives
     */
    record Done<T>(T value, long version, List<Fault> warnings) implements DeskResult<T> {

        /**
         * Makes the result.
         *
         * @param value what it gives
         * @param version the lead's version
         * @param warnings the warnings, or none
         */
        public Done {
            requireNonNull(value, "value");
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * It is not allowed.
     *
     * @param faults every reason; at least one
     * @param <T> what it would have given
     */
    record Refused<T>(List<Fault> faults) implements DeskResult<T> {

        /**
         * Makes the result.
         *
         * @param faults every reason, at least one
         */
        public Refused {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("faults must be at least one, was none");
            }
        }
    }

    /**
     * The lead changed while this was decided: look at it again, and ask again if it still makes sense.
     *
     * @param version the lead's version now
     * @param <T> what it would have given
     */
    record Conflict<T>(long version) implements DeskResult<T> {}

    /**
     * There is no such lead.
     *
     * @param lead which lead was asked for
     * @param <T> what it would have given
     */
    record NoSuchLead<T>(LeadId lead) implements DeskResult<T> {}

    /**
     * The scorer or the router could not answer.
     *
     * @param fault which of them, and how; without personal data
     * @param cause what it threw; its message is the thrower's and may hold anything
     * @param <T> what it would have given
     */
    record Failed<T>(Fault fault, Throwable cause) implements DeskResult<T> {

        /**
         * Makes the result.
         *
         * @param fault which of them, and how
         * @param cause what it threw
         */
        public Failed {
            requireNonNull(fault, "fault");
            requireNonNull(cause, "cause");
        }

        /** Without the words of what was thrown. */
        @Override
        public String toString() {
            return "Failed[" + fault + "]";
        }
    }

    /**
     * What it gave, for those who do not care why it did not.
     *
     * @return the value, or empty unless {@link Done}
     */
    default Optional<T> answer() {
        return this instanceof Done<T> done ? Optional.of(done.value()) : Optional.empty();
    }

    /**
     * What it gave, where anything else would be a mistake of the program.
     *
     * @return the value
     * @throws IllegalStateException unless {@link Done}; the message says what became of it instead, the cause is what a
     *     scorer or router threw
     */
    default T orElseThrow() {
        return answer().orElseThrow(() -> new IllegalStateException(
                "result must be Done, was " + this, this instanceof Failed<T> failed ? failed.cause() : null));
    }
}
