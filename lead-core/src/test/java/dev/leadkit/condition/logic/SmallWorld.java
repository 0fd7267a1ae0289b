package dev.leadkit.condition.logic;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A few questions, and leads of every kind that the questions can tell apart: what none of these leads makes true, no lead
 * does.
 */
final class SmallWorld {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LeadId LEAD = new LeadId("L-1");
    private static final Field<String> TEXT = Field.text("text");
    private static final Field<BigDecimal> NUMBER = Field.number("number");
    private static final Field<Boolean> FLAG = Field.flag("flag");
    private static final Field<LocalDate> DAY = Field.date("day");
    private static final Field<Instant> SEEN = Field.instant("seen");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private SmallWorld() {}

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** Questions about a text, its parts and a flag, and every lead for them. */
    static List<Condition> texts() {
        return List.of(
                field(TEXT).is("Ab"),
                field(TEXT).in("b", "abc"),
                field(TEXT).in("abc", "AB", "x"),
                field(TEXT).isPresent(),
                field(TEXT).isMissing(),
                field(TEXT).startsWith("a"),
                field(TEXT).startsWith("AB"),
                field(TEXT).startsWith("b"),
                field(TEXT).contains("b"),
                field(TEXT).contains("BC"),
                field(FLAG).is(true),
                field(FLAG).is(false),
                field(FLAG).in(true, false));
    }

    static List<Facts> textLeads() {
        List<Optional<String>> texts = Stream.concat(
                        Stream.of(
                                        "", "a", "ab", "abc", "b", "bc", "x", "xb", "xbc", "az", "abz", "abzbc", "bz",
                                        "acb", "acbc")
                                .map(Optional::of),
                        Stream.of(Optional.<String>empty()))
                .toList();
        List<Facts> leads = new ArrayList<>();
        for (Optional<String> text : texts) {
            for (Optional<Boolean> flag : List.of(Optional.of(true), Optional.of(false), Optional.<Boolean>empty())) {
                FieldValues.Builder values = FieldValues.builder();
                text.ifPresent(value -> values.set(TEXT, value));
                flag.ifPresent(value -> values.set(FLAG, value));
                leads.add(facts(values.build(), List.of()));
            }
        }
        return leads;
    }

    /** Questions about a number and a day. */
    static List<Condition> ordered() {
        return List.of(
                field(NUMBER).is(number("1")),
                field(NUMBER).in(number("1.00"), number("3")),
                field(NUMBER).atLeast(number("1")),
                field(NUMBER).moreThan(number("1")),
                field(NUMBER).atMost(number("3")),
                field(NUMBER).lessThan(number("3")),
                field(NUMBER).between(number("1"), number("3")),
                field(NUMBER).between(number("3"), number("1")),
                field(NUMBER).isPresent(),
                field(NUMBER).isMissing(),
                field(DAY).moreThan(FIRST),
                field(DAY).lessThan(FIRST.plusDays(1)),
                field(DAY).lessThan(FIRST.plusDays(2)),
                field(DAY).is(FIRST.plusDays(1)),
                field(DAY).isPresent());
    }

    static List<Facts> orderedLeads() {
        List<Facts> leads = new ArrayList<>();
        for (String number : List.of("", "-5", "1", "2", "3", "4")) {
            for (int day = -2; day <= 3; day++) {
                FieldValues.Builder values = FieldValues.builder();
                if (!number.isEmpty()) {
                    values.set(NUMBER, number(number));
                }
                if (day > -2) {
                    values.set(DAY, FIRST.plusDays(day));
                }
                leads.add(facts(values.build(), List.of()));
            }
        }
        return leads;
    }

    /** Questions about how long ago an instant was and how far ahead it is, and how often interactions of two types occurred lately and ever. */
    static List<Condition> times() {
        Duration day = Duration.ofDays(1);
        return List.of(
                field(SEEN).atLeastAgo(Duration.ofHours(2)),
                field(SEEN).atMostAgo(Duration.ofHours(2)),
                field(SEEN).atMostAgo(Duration.ofHours(5)),
                field(SEEN).atLeastAgo(Duration.ofHours(5)),
                field(SEEN).atMostAhead(Duration.ofHours(2)),
                field(SEEN).atLeastAhead(Duration.ofHours(2)),
                field(SEEN).atMostAhead(Duration.ofHours(5)),
                field(SEEN).isPresent(),
                interaction("visit").atLeast(1),
                interaction("visit").atLeast(2),
                interaction("visit").atMost(2),
                interaction("visit").none(),
                interaction("visit").within(day).atLeast(1),
                interaction("visit").within(day).atLeast(2),
                interaction("visit").within(day).atMost(1),
                interaction("call").none(),
                interaction("call").atLeast(1));
    }

    static List<Facts> timeLeads() {
        List<Facts> leads = new ArrayList<>();
        for (int hours : new int[] {-99, -6, -5, -3, -2, -1, 0, 1, 2, 3, 5, 6}) {
            FieldValues.Builder values = FieldValues.builder();
            if (hours > -99) {
                values.set(SEEN, NOW.minus(Duration.ofHours(hours)));
            }
            for (int late = 0; late <= 3; late++) {
                for (int early = 0; early <= 3; early++) {
                    leads.add(facts(values.build(), visits(late, early, "")));
                    leads.add(facts(values.build(), visits(late, early, "call")));
                }
            }
        }
        return leads;
    }

    private static List<LeadEvent> visits(int late, int early, String other) {
        List<LeadEvent> events = new ArrayList<>();
        IntStream.range(0, late).forEach(i -> events.add(did("late-" + i, "visit", Duration.ofHours(3))));
        IntStream.range(0, early).forEach(i -> events.add(did("early-" + i, "visit", Duration.ofDays(3))));
        Stream.of(other).filter(type -> !type.isEmpty()).forEach(type -> events.add(did("o", type, Duration.ZERO)));
        return events;
    }

    private static LeadEvent did(String id, String type, Duration ago) {
        Instant at = NOW.minus(ago);
        return new Interacted(new EventHeader(new EventId(id), LEAD, at, at), Interaction.inbound(type));
    }

    private static Facts facts(FieldValues values, List<LeadEvent> events) {
        Instant begin = NOW.minus(Duration.ofDays(9));
        EventHeader header = new EventHeader(new EventId("captured"), LEAD, begin, begin);
        List<LeadEvent> all = new ArrayList<>(events);
        all.add(Captured.of(header, new Origin("form", "1", true), new Stage("new"), values));
        return Facts.of(LeadHistory.of(LEAD, all), NOW);
    }
}
