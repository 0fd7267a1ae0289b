package dev.leadkit.lifecycle;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Stage;
import java.util.List;

/** Whether a lead may move. */
public sealed interface Verdict {

    /**
     * It may.
     *
     * @param from the stage that it is in
     * @param to the stage that it may enter
     */
    record Allowed(Stage from, Stage to) implements Verdict {}

    /**
     * It may not.
     *
     * @param faults every reason why not; at least one
     */
    record Refused(List<Fault> faults) implements Verdict {

        /**
         * Makes the refusal.
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
}
