package dev.leadkit.routing.rebalance;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.Optional;

/**
 * A lead that is to change hands.
 *
 * @param lead which lead
 * @param from who has it; empty if nobody has
 * @param to who is to have it; empty if nobody is left who could
 * @param gain how much dearer the lead would be with who has it, at the plan's prices; 0 if that cannot be, or does not matter
 * @param reason why, in words that are not to be parsed
 */
public record Move(LeadId lead, Optional<RepId> from, Optional<RepId> to, long gain, String reason) {}
