package dev.leadkit.scoring.engine;

import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down leads for examples: captured long ago, with interactions some time before {@link #NOW}. */
final class Leads {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final LeadId ID = new LeadId("L-7");

    private final List<LeadEvent> events = new ArrayList<>();

    private Leads() {}

    static Leads with(FieldValues values) {
        Leads leads = new Leads();
        EventHeader header = header("captured", Duration.ofDays(400));
        leads.events.add(Captured.of(header, new Origin("form", "7", true), new Stage("new"), values));
        return leads;
    }

    static Leads blank() {
        return with(FieldValues.EMPTY);
    }

    Leads did(String type, Duration ago) {
        return did(Interaction.inbound(type), ago);
    }

    Leads did(Interaction interaction, Duration ago) {
        EventHeader header = header(interaction.type() + "-" + events.size(), ago);
        events.add(new Interacted(header, interaction));
        return this;
    }

    private static EventHeader header(String id, Duration ago) {
        return new EventHeader(new EventId(id), ID, NOW.minus(ago), NOW.minus(ago));
    }

    LeadHistory history() {
        return LeadHistory.of(ID, events);
    }
}
