package dev.leadkit.routing.model;

import dev.leadkit.lead.RepId;
import java.util.Optional;

/**
 * Knows a rep with whom a lead should stay: who has another open lead of the same company, say, or whom the host's records name
 * for the account. A plan names it as a stage: if the rep passes all other stages, the lead goes there; if not, everybody passes
 * and the decision says why the rep did not. Must be thread-safe, and give the same rep for the same situation. If it throws,
 * everybody passes, and the decision says so.
 */
@FunctionalInterface
public interface Continuity {

    /**
     * With whom a lead should stay.
     *
     * @param situation the lead, the moment and the open leads
     * @return the rep, or empty if there is nobody
     */
    Optional<RepId> keeper(Situation situation);
}
