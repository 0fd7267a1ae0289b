package dev.leadkit.routing.json;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.Availability;
import dev.leadkit.routing.availability.AvailabilityTimeline;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.availability.Substitution;
import dev.leadkit.routing.availability.WhenAllAway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Availability in JSON")
final class AvailabilityJsonTest {

    private static final OpenHours OFFICE =
            WorkingHours.in("Europe/Berlin").open(MONDAY, FRIDAY, "09:00-17:00").build();

    /** Reads as the reader of plans does: the plan's members, each rep's, then the builder's own faults. */
    private static Optional<Availability> availability(JsonCursor json) {
        Availability.Builder builder = Availability.builder();
        AvailabilityReader reader = new AvailabilityReader(builder);
        reader.plan(json);
        List<RepId> ids = new ArrayList<>();
        for (JsonCursor rep : json.at("reps").itemsIfAny()) {
            RepId id = new RepId(rep.at("id").text().orElseThrow());
            ids.add(id);
            reader.rep(rep, id);
        }
        List<Fault> faults = builder.faults(ids);
        faults.forEach(json::fault);
        return faults.isEmpty() ? Optional.of(builder.build(ids)) : Optional.empty();
    }

    private static Availability read(String text) {
        return JsonDocument.of(text).as("plan", AvailabilityJsonTest::availability);
    }

    private static List<String> faults(String text) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(text));
        return refused.faults().stream().map(Fault::toString).toList();
    }

    private static String written(Availability availability, String... reps) {
        Map<String, Object> tree = new LinkedHashMap<>();
        AvailabilityWriter writer = new AvailabilityWriter(availability);
        writer.plan(tree);
        List<Map<String, Object>> list = new ArrayList<>();
        for (String id : reps) {
            Map<String, Object> rep = new LinkedHashMap<>();
            rep.put("id", id);
            writer.rep(new RepId(id), rep);
            list.add(rep);
        }
        tree.put("reps", list);
        return JsonText.line(tree);
    }

    @Test
    @DisplayName("is written as it is read")
    void roundTrip() {
        String text =
                "{\"calendars\":{\"office\":{\"zone\":\"Europe/Berlin\",\"hours\":{\"monday-friday\":[\"09:00-17:00\"]}}},"
                        + "\"whenAllAway\":{\"rep\":\"bob\"},"
                        + "\"reps\":[{\"id\":\"ann\",\"hours\":\"office\",\"outOfOffice\":[{\"from\":\"2026-12-01T00:00:00Z\","
                        + "\"until\":\"2026-12-05T00:00:00Z\",\"substitute\":\"bob\",\"kind\":\"soft\"},{\"from\":\"2026-12-24T00:00:00Z\","
                        + "\"until\":\"2026-12-25T00:00:00Z\"}],\"substitute\":\"cid\"},"
                        + "{\"id\":\"bob\",\"hours\":{\"zone\":\"UTC\"}},{\"id\":\"cid\"}]}";
        Availability availability = read(text);
        assertThat(written(availability, "ann", "bob", "cid")).isEqualTo(text);
        assertThat(availability)
                .isEqualTo(Availability.builder()
                        .calendar("office", OFFICE)
                        .whenAllAway(new WhenAllAway.FallbackRep(new RepId("bob")))
                        .rep(
                                new RepId("ann"),
                                RepHours.named("office")
                                        .away(new OutOfOffice(
                                                Instant.parse("2026-12-01T00:00:00Z"),
                                                Instant.parse("2026-12-05T00:00:00Z"),
                                                Optional.of(new RepId("bob")),
                                                OutOfOffice.Kind.SOFT))
                                        .away(new OutOfOffice(
                                                Instant.parse("2026-12-24T00:00:00Z"),
                                                Instant.parse("2026-12-25T00:00:00Z"),
                                                Optional.empty(),
                                                OutOfOffice.Kind.HARD))
                                        .substitutedBy("cid"))
                        .rep(
                                new RepId("bob"),
                                RepHours.own(WorkingHours.in("UTC").build()))
                        .build(List.of(new RepId("ann"), new RepId("bob"), new RepId("cid"))));
    }

    @Test
    @DisplayName("says nothing where nothing is said")
    void nothing() {
        assertThat(read("{\"reps\":[{\"id\":\"ann\"}]}")).isEqualTo(Availability.ALWAYS);
        assertThat(written(Availability.ALWAYS, "ann")).isEqualTo("{\"reps\":[{\"id\":\"ann\"}]}");
    }

    @Test
    @DisplayName("has one answer to everybody being away")
    void whenAllAway() {
        String start = "{\"reps\":[{\"id\":\"ann\"}],\"whenAllAway\":";
        assertThat(read(start + "\"override\"}").whenAllAway()).isEqualTo(new WhenAllAway.RouteAnyway());
        assertThat(read(start + "\"queueUntilNextOpen\"}")).isEqualTo(Availability.ALWAYS);
        assertThat(read(start + "{\"queue\":\"night\"}}").whenAllAway())
                .isEqualTo(new WhenAllAway.FallbackQueue("night"));
        assertThat(written(read(start + "{\"queue\":\"night\"}}")))
                .isEqualTo("{\"whenAllAway\":{\"queue\":\"night\"},\"reps\":[]}");
        assertThat(written(read(start + "\"override\"}"))).isEqualTo("{\"whenAllAway\":\"override\",\"reps\":[]}");
        assertThat(faults(start + "\"overide\"}"))
                .containsExactly("$.whenAllAway: must be a known word, was \"overide\". Did you mean \"override\"?");
        assertThat(faults(start + "{\"queue\":\"night\",\"rep\":\"ann\"}}"))
                .containsExactly(
                        "$.whenAllAway: must be either {\"queue\": \"...\"} or {\"rep\": \"...\"}, was an object");
        assertThat(faults(start + "{\"rep\":\"amn\"}}"))
                .containsExactly("$.whenAllAway.rep: must be a rep of the plan, was \"amn\". Did you mean \"ann\"?");
    }

    @Test
    @DisplayName("makes calendars of others by name, and takes days to be those of the rep's zone")
    void namedParts() {
        Availability availability = read("""
                {"calendars": {
                   "team": {"open": "office", "except": "closed"},
                   "office": {"zone": "Europe/Berlin", "hours": {"monday-friday": ["09:00-17:00"]}},
                   "closed": {"zone": "Europe/Berlin", "extra": {"2026-12-24": ["00:00-24:00"]}}},
                 "reps": [{"id": "ann", "hours": "team", "outOfOffice": [{"first": "2026-12-01", "last": "2026-12-02"}]},
                          {"id": "bob", "hours": {"any": ["office", {"zone": "Asia/Kolkata"}]},
                           "outOfOffice": [{"first": "2026-12-01", "zone": "Asia/Kolkata"}]}]}""");
        Calendar team = Calendar.of(availability.hours(new RepId("ann")));
        assertThat(team.nextOpen(Instant.parse("2026-12-23T16:00:00Z")))
                .contains(Instant.parse("2026-12-25T08:00:00Z"));
        OutOfOffice ann =
                availability.reps().get(new RepId("ann")).outOfOffice().get(0);
        assertThat(ann.from()).isEqualTo(Instant.parse("2026-11-30T23:00:00Z"));
        assertThat(ann.until()).isEqualTo(Instant.parse("2026-12-02T23:00:00Z"));
        OutOfOffice bob =
                availability.reps().get(new RepId("bob")).outOfOffice().get(0);
        assertThat(bob.from()).isEqualTo(Instant.parse("2026-11-30T18:30:00Z"));
    }

    @Test
    @DisplayName("tells every mistake at once, each with its path")
    void everyMistakeIsOneFault() {
        assertThat(faults("""
                        {"calendars": {
                           "a": {"any": ["b"]}, "b": {"all": ["a"]}, "c": {"open": "d", "except": {"zone": "UTC"}}, "e": 7, " ": {"zone": "UTC"}},
                         "reps": [{"id": "ann", "hours": "ofice", "outOfOffice": [{"first": "2026-12-01"}]},
                                  {"id": "bob", "hours": {"zone": "Nowhere"}, "outOfOffice": [{"first": "2026-12-01"}]},
                                  {"id": "cid", "outOfOffice": [{"first": "2026-12-01"}, 7, {"from": "2026-12-05T00:00:00Z"},
                                     {"first": "2026-12-x", "zone": "UTC"}, {"first": "2026-12-02", "last": "2026-12-01", "zone": "UTC"},
                                     {"from": "2026-12-05T00:00:00Z", "until": "2026-12-06T00:00:00Z", "zone": "UTC", "kind": "firm"},
                                     {"from": "2026-12-05T12:00:00Z", "until": "2026-12-06T00:00:00Z", "substitute": "dan"},
                                     {"first": "2026-12-20", "zone": "Nowhere", "till": 1}], "substitute": 7}]}"""))
                .containsExactlyInAnyOrder(
                        "$.calendars.b.all[0]: must be the name of a calendar that is not made of this one, was \"a\"",
                        "$.calendars.c.open: must be the name of a calendar, was \"d\". Did you mean \" \"?",
                        "$.calendars.e: must be an object, was 7",
                        "$.calendars[' ']: must be valid, was an object. Calendar must have a name, was blank.",
                        "$.reps[0].hours: must be the name of a calendar, was \"ofice\". Known: a, b, c, e.",
                        "$.reps[1].hours.zone: must be a time zone such as \"Europe/Berlin\", was \"Nowhere\"",
                        "$.reps[2].outOfOffice[0].zone: must be a time zone such as \"Europe/Berlin\", was missing. The rep's"
                                + " hours do not tell whose days these are.",
                        "$.reps[2].outOfOffice[1]: must be an object, was 7",
                        "$.reps[2].outOfOffice[2].until: must be an instant like \"2026-11-22T08:00:00Z\", was missing",
                        "$.reps[2].outOfOffice[3].first: must be a date like \"2026-12-24\", was \"2026-12-x\"",
                        "$.reps[2].outOfOffice[4]: must be valid, was an object. Last day must be 2026-12-02 or later, was"
                                + " 2026-12-01.",
                        "$.reps[2].outOfOffice[5].zone: must be left out beside \"from\" and \"until\", was \"UTC\"",
                        "$.reps[2].outOfOffice[5].kind: must be a known word, was \"firm\". Known: hard, soft.",
                        "$.reps[2].outOfOffice[6]: must be a time that overlaps no other, was 2026-12-05T12:00:00Z to"
                                + " 2026-12-06T00:00:00Z. It overlaps with $.reps[2].outOfOffice[5].",
                        "$.reps[2].outOfOffice[6].substitute: must be a rep of the plan, was \"dan\". Known: ann, bob, cid.",
                        "$.reps[2].outOfOffice[7].till: must be a known member, was \"till\". Known: first, from,"
                                + " kind, last, substitute, until, zone.",
                        "$.reps[2].outOfOffice[7].zone: must be a time zone such as \"Europe/Berlin\", was \"Nowhere\"",
                        "$.reps[2].substitute: must be a text, was 7");
    }

    @Test
    @DisplayName("does what the documentation says of its example")
    void documentation() throws IOException {
        String page = Files.readString(Path.of("../docs/routing-availability.md"));
        String example = page.substring(page.indexOf("```json") + "```json".length(), page.lastIndexOf("```"));
        Availability availability = read(example);
        RepId ann = new RepId("ann");
        RepId bob = new RepId("bob");
        RepId cid = new RepId("cid");
        Instant monday = Instant.parse("2026-12-21T11:00:00Z");
        Instant tuesday = Instant.parse("2026-12-22T11:00:00Z");
        assertThat(availability.substitute(ann, monday))
                .isEqualTo(new Substitution(List.of(ann, bob), Optional.of(bob)));
        assertThat(availability.substitute(ann, tuesday))
                .isEqualTo(new Substitution(List.of(ann, bob, cid), Optional.of(cid)));
        AvailabilityTimeline timeline = availability.timeline(List.of(ann, bob, cid));
        assertThat(timeline.at(tuesday).isAvailable(1)).isFalse();
        assertThat(timeline.at(tuesday).isAvailableToOwn(1)).isTrue();
        Instant christmas = Instant.parse("2026-12-24T14:00:00Z");
        assertThat(timeline.at(christmas).count()).isZero();
        assertThat(timeline.firstAvailable(
                        christmas, IntStream.range(0, timeline.size()).toArray(), timeline.size()))
                .contains(Instant.parse("2026-12-25T04:30:00Z"));
        assertThat(availability.whenAllAway()).isEqualTo(new WhenAllAway.QueueUntilNextOpen());
    }
}
