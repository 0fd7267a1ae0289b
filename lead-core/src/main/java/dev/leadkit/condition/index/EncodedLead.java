package dev.leadkit.condition.index;

import dev.leadkit.condition.Facts;
import java.time.Instant;

/**
 * A lead as an index sees it: each value replaced by what the index makes of it, each interaction by what asks for it. For
 * answers again and again, at any instant. Immutable and thread-safe; of use with the index that made it only.
 */
public final class EncodedLead {

    private final Facts latest;

    EncodedLead(LeadRecord record) {
        this.latest = record.facts(Instant.MAX);
    }

    /** As facts. */
    Facts facts(Instant asOf) {
        return Facts.of(
                latest.lead(),
                latest.interactions().stream()
                        .filter(each -> !each.occurredAt().isAfter(asOf))
                        .toList(),
                asOf);
    }
}
