package dev.leadkit.routing.simulation;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of a lead.
 *
 * @param lead which lead
 * @param rep who got it; empty if nobody ever could
 * @param waited how long it waited for that; of a lead that nobody could take, until nothing more could happen
 */
public record Fate(LeadId lead, Optional<RepId> rep, Duration waited) {}
