package dev.leadkit.condition.index;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.Interacted;
import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.util.List;

/** A lead and all its interactions, whatever moment is asked about. */
record LeadThen(Lead lead, List<Interacted> interactions) {

    /** One that stays as it is. */
    LeadThen kept() {
        return new LeadThen(lead, List.copyOf(interactions));
    }

    Facts facts(Instant asOf) {
        return Facts.of(
                lead,
                interactions.stream()
                        .filter(each -> !each.occurredAt().isAfter(asOf))
                        .toList(),
                asOf);
    }
}
