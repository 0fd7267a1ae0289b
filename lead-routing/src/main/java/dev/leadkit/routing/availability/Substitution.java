package dev.leadkit.routing.availability;

import dev.leadkit.lead.RepId;
import java.util.List;
import java.util.Optional;

/**
 * Who takes the leads of a rep at an instant, and how that was found. Immutable and thread-safe.
 *
 * @param chain the rep who was asked for, the rep's substitute, the substitute's substitute and so on; at least one
 * @param rep the last of the chain if not out of office, whose hours may be over all the same; empty if the last one is
 *     out of office without a substitute
 */
public record Substitution(List<RepId> chain, Optional<RepId> rep) {

    /**
     * Makes a result.
     *
     * @param chain the chain
     * @param rep its end, or empty
     */
    public Substitution {
        chain = List.copyOf(chain);
    }
}
