package dev.leadkit.routing.decision;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.port.Placement;
import java.time.Instant;
import java.util.Optional;

/** Where a lead goes, and why. */
public sealed interface Decision {

    /**
     * Which lead.
     *
     * @return its identifier
     */
    LeadId lead();

    /**
     * What the decision was made from.
     *
     * @return the plan, the seed, the moment and the counts
     */
    Trail trail();

    /**
     * Why, with the counts and the notes.
     *
     * @return a sentence for a person; not to be parsed
     */
    String reason();

    /**
     * The decision as the desk knows it.
     *
     * @return the placement
     */
    Placement placement();

    /**
     * A rep keeps a place for the lead.
     *
     * @param lead which lead
     * @param rep the rep
     * @param token the place's token
     * @param why why this rep and no other
     * @param trail what the decision was made from
     */
    record Assigned(LeadId lead, RepId rep, long token, Comparison why, Trail trail) implements Decision {

        /**
         * Why this rep and no other.
         *
         * @return the winning comparison in words
         */
        public String comparison() {
            return why.words();
        }

        @Override
        public String reason() {
            return trail.under(comparison());
        }

        @Override
        public Placement placement() {
            return new Placement.WithRep(rep, token, trail.plan(), reason());
        }
    }

    /**
     * The lead waits, because nobody can take it now.
     *
     * @param lead which lead
     * @param queue the queue's name
     * @param obstacle why nobody can
     * @param again when at the earliest time alone may change the answer: a preferred skill is dropped, somebody's hours
     *     begin; empty if only an event can
     * @param alike what the answer came from beside the reps' loads and the moment: by the same plan, leads of the same text
     *     can be taken by the same reps. Empty if that cannot be said, because host code or single reps decide
     * @param trail what the decision was made from
     */
    record Queued(LeadId lead, String queue, String obstacle, Optional<Instant> again, String alike, Trail trail)
            implements Decision {

        @Override
        public String reason() {
            return trail.under(obstacle);
        }

        @Override
        public Placement placement() {
            return new Placement.InQueue(queue, trail.plan(), reason());
        }
    }
}
