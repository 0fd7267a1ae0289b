package dev.leadkit.metrics.team;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.InGroup;
import java.util.Optional;

/**
 * One inbound contact of a person with the support team.
 *
 * @param group the team, the channel or the agent; {@link Grouping#MISSING} if there is none
 * @param cost what it cost; empty if that is not known
 * @param resolution how it ended
 * @param satisfied whether the person was satisfied; empty if nobody knows
 */
public record SupportContact(String group, Optional<Money> cost, Resolution resolution, Optional<Boolean> satisfied)
        implements InGroup {

    /** How a contact ended. */
    public enum Resolution {
        /** The matter was settled in this, its first contact. */
        AT_FIRST_CONTACT,
        /** It could have been, and was not. */
        NOT_AT_FIRST_CONTACT,
        /** It could not have been: a repair on site, a matter of others. */
        INELIGIBLE
    }
}
