package dev.leadkit.desk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import java.util.List;
import java.util.Optional;

/**
 * What a page of {@link LeadDesk#reconcile} came to.
 *
 * @param settled the leads with which something was wrong, in the order in which they were looked at
 * @param faults what the router could not answer; then {@code next} is where this page began
 * @param next where to go on, or empty when everything was looked at
 */
public record Reconciliation(List<Settled> settled, List<Fault> faults, Optional<Cursor> next) {

    /**
     * Makes a result.
     *
     * @param settled the leads
     * @param faults the faults
     * @param next where to go on
     */
    public Reconciliation {
        settled = List.copyOf(settled);
        faults = List.copyOf(faults);
        requireNonNull(next, "next");
    }

    /**
     * How far a reconciliation has come.
     *
     * @param places true while it looks at the router's places, false while it looks at the store's leads
     * @param after the last lead that was looked at, or empty if none was
     */
    public record Cursor(boolean places, Optional<LeadId> after) {

        /** Where it starts. */
        public static final Cursor START = new Cursor(true, Optional.empty());

        /**
         * Makes a cursor.
         *
         * @param places at which of both
         * @param after the last lead
         */
        public Cursor {
            requireNonNull(after, "after");
        }
    }

    /** What was done about a lead. */
    public enum How {
        /** The place that the store knows was confirmed. */
        CONFIRMED,
        /** A place that nobody owns was given back. */
        RELEASED,
        /** The owner's place was taken again. */
        RETAKEN,
        /** The lead was routed, and has a rep with a place. */
        ROUTED,
        /** The lead was routed, and waits in a queue. */
        QUEUED,
        /** Somebody changed the lead meanwhile: the next reconciliation will see. */
        LEFT,
        /** The router could not answer, or would not: the words say so. */
        FAILED
    }

    /**
     * A lead with which something was wrong.
     *
     * @param lead which lead
     * @param how what was done
     * @param token the token of the place that it was about
     * @param words what is to be said about it, empty unless it failed; without personal data
     */
    public record Settled(LeadId lead, How how, long token, String words) {

        /**
         * Makes it.
         *
         * @param lead which lead
         * @param how what was done
         * @param token the token
         * @param words the words
         */
        public Settled {
            requireNonNull(lead, "lead");
            requireNonNull(how, "how");
            requireNonNull(words, "words");
        }
    }
}
