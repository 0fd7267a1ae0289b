package dev.leadkit.routing.engine;

import dev.leadkit.event.Assigned;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.List;

/** Histories of leads that only have a country, and maybe an owner. */
final class Leads {

    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private Leads() {}

    static LeadHistory lead(String id, String country) {
        EventHeader header = header(id, "update");
        FieldValues values =
                FieldValues.builder().set(StandardFields.COUNTRY, country).build();
        return LeadHistory.of(header.lead(), List.of(Updated.of(header, new Origin("test", id, true), values)));
    }

    static LeadHistory owned(LeadHistory lead, String owner, long token) {
        EventHeader header = header(lead.id().value(), "assigned-" + token);
        return lead.plus(new Assigned(header, new RepId(owner), token, new ModelRef("old", "1"), "because"));
    }

    private static EventHeader header(String id, String what) {
        LeadId lead = new LeadId(id);
        Instant before = NOW.minusSeconds(60);
        return new EventHeader(EventId.derived(lead, what), lead, before, before);
    }
}
