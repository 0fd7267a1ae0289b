package dev.leadkit.routing.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.RepId;
import java.util.List;

/**
 * A whole routing of a host's own, in place of a plan's stages and ranking. The ledger still keeps every rep within the
 * capacity, and only active reps of the plan are ever chosen. Must give the same choice for the same input, and be
 * thread-safe. If it throws, or names anybody else, the lead waits in the plan's queue, and the decision says so.
 */
@FunctionalInterface
public interface RoutingStrategy {

    /**
     * Chooses.
     *
     * @param situation the lead, the moment and the open leads
     * @param active the plan's active reps in the order of their identifiers; may be full
     * @return who takes the lead
     */
    Choice choose(Situation situation, List<Candidate> active);

    /**
     * Who takes a lead.
     *
     * @param order the reps to try, the best first; the first with a free place takes it; empty to queue the lead
     * @param reason why, for a person; without personal data of the lead
     */
    record Choice(List<RepId> order, String reason) {

        /**
         * Makes a choice.
         *
         * @param order the reps to try
         * @param reason why
         */
        public Choice {
            order = List.copyOf(order);
            requireNonNull(reason, "reason");
        }
    }
}
