package dev.leadkit.scoring.explain;

import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.json.ScoringModelJson;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The second example of the page about models, and the lead that it is about. */
final class Documented {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final Path DOCS = Path.of("..", "docs");
    private static final LeadId ID = new LeadId("L-7");
    private static final Field<BigDecimal> EMPLOYEES = Field.number("employees");

    private Documented() {}

    /** The block of some language at some place in the page, from 0 up. */
    static String block(String language, int place) {
        String[] parts = page("scoring-model.md").split("```" + language + "\n", -1);
        return parts[place + 1].substring(0, parts[place + 1].indexOf("\n```"));
    }

    static String page(String name) {
        try {
            return Files.readString(DOCS.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ScoringModel model() {
        FieldCatalog catalog = FieldCatalog.of(List.of(EMPLOYEES, Field.text("timeZone")));
        return ScoringModelJson.read(JsonDocument.of(block("json", 1)), catalog, RuleRegistry.EMPTY);
    }

    static Explanation explanation(Instant asOf) {
        return ScoringEngine.of(model()).explain(lead(), asOf);
    }

    private static LeadHistory lead() {
        FieldValues values = FieldValues.builder()
                .set(StandardFields.COUNTRY, "DE")
                .set(StandardFields.COMPANY, "Acme")
                .set(EMPLOYEES, new BigDecimal("120"))
                .build();
        List<LeadEvent> events = new ArrayList<>();
        EventHeader header = header("captured", Duration.ofDays(30));
        events.add(Captured.of(header, new Origin("form", "7", true), new Stage("new"), values));
        did(events, "open", Duration.ofDays(7));
        did(events, "visit", Duration.ofDays(3));
        did(events, "demo", Duration.ofDays(2));
        did(events, "visit", Duration.ofDays(1));
        did(events, "open", Duration.ZERO);
        return LeadHistory.of(ID, events);
    }

    private static void did(List<LeadEvent> events, String type, Duration ago) {
        events.add(new Interacted(header(type + "-" + events.size(), ago), Interaction.inbound(type)));
    }

    private static EventHeader header(String id, Duration ago) {
        return new EventHeader(new EventId(id), ID, NOW.minus(ago), NOW.minus(ago));
    }
}
