package dev.leadkit.scoring.explain;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;

import dev.leadkit.condition.Condition;
import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Questions about three fields and a count, and a lead for everything that the questions can tell apart. */
final class SmallFields {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Field<BigDecimal> SIZE = Field.number("size");

    private static final Field<String> HOME = Field.text("home");
    private static final Field<Boolean> HOT = Field.flag("hot");
    private static final LeadId ID = new LeadId("L-1");
    private static final String NONE = "";

    private SmallFields() {}

    static List<Condition> questions() {
        BigDecimal five = BigDecimal.valueOf(5);
        BigDecimal nine = BigDecimal.valueOf(9);
        return List.of(
                field(HOME).is("at"),
                field(HOME).is("de"),
                field(HOME).in("at", "ch"),
                field(HOME).in("de", "ch"),
                field(HOME).isMissing(),
                field(SIZE).lessThan(five),
                field(SIZE).atLeast(five),
                field(SIZE).between(five, nine),
                field(SIZE).moreThan(nine),
                field(SIZE).isMissing(),
                field(HOT).is(true),
                field(HOT).is(false),
                interaction("visit").none(),
                interaction("visit").atLeast(1),
                interaction("visit").atLeast(2),
                interaction("visit").atMost(1));
    }

    /** A lead for each home, size, heat and number of visits. */
    static List<LeadHistory> leads() {
        List<LeadHistory> leads = new ArrayList<>();
        for (String home : List.of(NONE, "at", "de", "ch", "fr")) {
            for (String size : List.of(NONE, "0", "5", "7", "9", "20")) {
                for (String hot : List.of(NONE, "true", "false")) {
                    for (int visits = 0; visits <= 2; visits++) {
                        leads.add(lead(values(home, size, hot), visits));
                    }
                }
            }
        }
        return leads;
    }

    private static FieldValues values(String home, String size, String hot) {
        FieldValues.Builder values = FieldValues.builder();
        if (!home.isEmpty()) {
            values.set(HOME, home);
        }
        if (!size.isEmpty()) {
            values.set(SIZE, new BigDecimal(size));
        }
        if (!hot.isEmpty()) {
            values.set(HOT, Boolean.valueOf(hot));
        }
        return values.build();
    }

    private static LeadHistory lead(FieldValues values, int visits) {
        List<LeadEvent> events = new ArrayList<>();
        events.add(Captured.of(header("captured"), new Origin("form", "1", true), new Stage("new"), values));
        for (int i = 0; i < visits; i++) {
            events.add(new Interacted(header("visit-" + i), Interaction.inbound("visit")));
        }
        return LeadHistory.of(ID, events);
    }

    private static EventHeader header(String id) {
        Instant at = NOW.minus(Duration.ofDays(1));
        return new EventHeader(new EventId(id), ID, at, at);
    }
}
