package dev.leadkit.routing.rebalance;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.List;
import java.util.Optional;

/**
 * A lead that may be given to another rep.
 *
 * @param lead which lead
 * @param owner who has it now; empty if nobody has
 * @param fits who may have it; the owner only keeps it if they are among them
 */
public record OpenLead(LeadId lead, Optional<RepId> owner, List<Fit> fits) {

    /**
     * Makes an open lead.
     *
     * @param lead which lead
     * @param owner who has it now
     * @param fits who may have it
     */
    public OpenLead {
        requireNonNull(lead, "lead");
        requireNonNull(owner, "owner");
        fits = List.copyOf(fits);
    }
}
