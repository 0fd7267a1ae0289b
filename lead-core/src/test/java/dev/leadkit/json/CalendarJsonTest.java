package dev.leadkit.json;

import static dev.leadkit.json.Faulty.faults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.calendar.SlaClock;
import dev.leadkit.fault.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hours in JSON")
final class CalendarJsonTest {

    private static final String EXAMPLE = """
            {
              "format": "leadkit.calendar/1",
              "zone": "Europe/Berlin",
              "hours": {
                "monday-thursday": [
                  "09:00-12:30",
                  "13:30-18:00"
                ],
                "friday": [
                  "09:00-15:00"
                ]
              },
              "holidays": [
                "2026-12-25",
                "2026-12-26",
                "2027-01-01"
              ],
              "extra": {
                "2026-12-19": [
                  "10:00-14:00"
                ]
              },
              "absences": [
                {
                  "from": "2026-12-24T12:00",
                  "until": "2026-12-25T00:00"
                },
                {
                  "first": "2026-12-28",
                  "last": "2026-12-31"
                }
              ]
            }""";

    private static List<String> faultsOf(String text) {
        return faults(text, new CalendarReader(json -> Optional.empty())::document);
    }

    private static Instant berlin(String moment) {
        return LocalDateTime.parse(moment).atZone(ZoneId.of("Europe/Berlin")).toInstant();
    }

    @Test
    @DisplayName("do what they say")
    void example() {
        Calendar calendar = Calendar.of(CalendarJson.read(JsonDocument.of(EXAMPLE)));
        assertThat(calendar.isOpen(berlin("2026-12-23T12:29:59"))).isTrue();
        assertThat(calendar.isOpen(berlin("2026-12-23T12:30"))).isFalse();
        SlaClock clock = SlaClock.start(calendar, Duration.ofHours(4), berlin("2026-12-23T17:00"));
        assertThat(clock.due()).as("an hour that day, three on the 24th").contains(berlin("2026-12-24T12:00"));
        SlaClock late = SlaClock.start(calendar, Duration.ofHours(4), berlin("2026-12-24T10:00"));
        assertThat(late.due()).as("two hours that day, two on the 4th").contains(berlin("2027-01-04T11:00"));
    }

    @Test
    @DisplayName("are written as the text that was read, which the documentation shows")
    void documentation() throws IOException {
        OpenHours hours = CalendarJson.read(JsonDocument.of(EXAMPLE));
        assertThat(JsonText.pretty(CalendarJson.document(hours))).isEqualTo(EXAMPLE);
        assertThat(Files.readString(Path.of("../docs/calendar.md"))).contains(EXAMPLE);
    }

    @Test
    @DisplayName("are written with days in a row as one, also around what is closed")
    void daysInARow() {
        String text =
                "{\"format\":\"leadkit.calendar/1\",\"zone\":\"UTC\",\"hours\":{\"monday-tuesday\":[\"09:00-17:00\"],"
                        + "\"thursday\":[\"09:00-17:00\"],\"saturday-sunday\":[\"00:00-24:00\"]}}";
        assertThat(JsonText.line(CalendarJson.document(CalendarJson.read(JsonDocument.of(text)))))
                .isEqualTo(text);
        OpenHours around = CalendarJson.read(
                JsonDocument.of(
                        "{\"format\":\"leadkit.calendar/1\",\"zone\":\"UTC\",\"hours\":{\"sunday-monday\":[\"22:00-24:00\"]}}"));
        assertThat(JsonText.line(CalendarJson.write(around)))
                .isEqualTo("{\"zone\":\"UTC\",\"hours\":{\"monday\":[\"22:00-24:00\"],\"sunday\":[\"22:00-24:00\"]}}");
    }

    @Test
    @DisplayName("can be made of others")
    void combination() {
        String text = "{\"format\":\"leadkit.calendar/1\",\"open\":{\"any\":[{\"zone\":\"UTC\"},{\"all\":[]}]},"
                + "\"except\":{\"zone\":\"Asia/Kolkata\",\"extra\":{\"2026-12-24\":[\"00:00-24:00\"]}}}";
        OpenHours hours = CalendarJson.read(JsonDocument.of(text));
        assertThat(JsonText.line(CalendarJson.document(hours))).isEqualTo(text);
        assertThat(Calendar.of(hours).nextClose(Instant.parse("2026-12-01T00:00:00Z")))
                .contains(Instant.parse("2026-12-23T18:30:00Z"));
    }

    @Test
    @DisplayName("say every mistake at once, each with its path")
    void everyMistakeIsOneFault() {
        assertThat(faultsOf("""
                        {
                          "format": "leadkit.calender/1",
                          "zone": "Europe/Berlni",
                          "hours": {"mon": ["09:00-17:00"], "monday": [7, "9-17", "10:00-11:00", "10:30-12:00"], "friday-x": [],
                                    "tuesday": "09:00-17:00", "wednesday": ["17:00-09:00"]},
                          "holidays": ["2026-02-30", 7, "2026-12-25", "2026-12-25"],
                          "extra": {"tomorrow": ["10:00-14:00"], "2026-12-19": ["10:00"]},
                          "absences": [{"first": "2026-08-14", "last": "2026-08-03"}, {"from": "2026-09-01T12:00",
                                       "until": "2026-09-01T12:00"}, {"from": "2026-09-01"}, "x", {"first": "2026-08-01", "form": 1}, {},
                                       {"from": "2026-09-01T12:00:00.5", "until": "2026-09-02T12:00"}],
                          "hollidays": []
                        }"""))
                .containsExactlyInAnyOrder(
                        "$.format: must be a known word, was \"leadkit.calender/1\". Did you mean \"leadkit.calendar/1\"?",
                        "$.zone: must be a time zone such as \"Europe/Berlin\", was \"Europe/Berlni\". Did you mean"
                                + " \"Europe/Berlin\"?",
                        "$.hours.mon: must be a day like \"monday\", or days like \"monday-friday\", was \"mon\". Known: friday,"
                                + " monday, saturday, sunday, thursday, tuesday, wednesday.",
                        "$.hours.monday[0]: must be a text, was 7",
                        "$.hours.monday[1]: must be a span of time, was \"9-17\". Write \"09:00-17:30\", \"22:00-06:00 next day\""
                                + " or \"00:00-24:00\".",
                        "$.hours.monday[3]: must be a span that overlaps no other, was \"10:30-12:00\". 10:00-11:00 is there"
                                + " already, at $.hours.monday[2].",
                        "$.hours['friday-x']: must be a day like \"monday\", or days like \"monday-friday\", was \"friday-x\"",
                        "$.hours.tuesday: must be a list, was \"09:00-17:00\"",
                        "$.hours.wednesday[0]: must be a span that ends after it starts, was \"17:00-09:00\". If it goes past"
                                + " midnight, write \"17:00-09:00 next day\".",
                        "$.holidays[0]: must be a date like \"2026-12-25\", was \"2026-02-30\"",
                        "$.holidays[1]: must be a date like \"2026-12-25\", was 7",
                        "$.holidays[3]: must be a date that is there once, was \"2026-12-25\". It is there already, at"
                                + " $.holidays[2].",
                        "$.extra.tomorrow: must be a date like \"2026-12-19\", was \"tomorrow\"",
                        "$.extra['2026-12-19'][0]: must be a span of time, was \"10:00\". Write \"09:00-17:30\", \"22:00-06:00 next"
                                + " day\" or \"00:00-24:00\".",
                        "$.absences[0].last: must be the first day or a later one, was \"2026-08-03\"",
                        "$.absences[1].until: must be after \"from\", was \"2026-09-01T12:00\"",
                        "$.absences[2].from: must be a local moment like \"2026-12-24T12:00\", was \"2026-09-01\"",
                        "$.absences[2].until: must be a local moment like \"2026-12-24T12:00\", was missing",
                        "$.absences[3]: must be an object, was \"x\"",
                        "$.absences[4].form: must be a known member, was \"form\". Known: first, last.",
                        "$.absences[5].from: must be a local moment like \"2026-12-24T12:00\", was missing",
                        "$.absences[5].until: must be a local moment like \"2026-12-24T12:00\", was missing",
                        "$.absences[6]: must be valid, was an object. Absence must be to the second, was"
                                + " 2026-09-01T12:00:00.500 to 2026-09-02T12:00.",
                        "$.hollidays: must be a known member, was \"hollidays\". Did you mean \"holidays\"?");
    }

    @Test
    @DisplayName("are of one kind, and have a zone")
    void kinds() {
        String start = "{\"format\": \"leadkit.calendar/1\", ";
        assertThat(faultsOf(start + "\"any\": [], \"all\": [], \"zone\": \"UTC\"}"))
                .containsExactly(
                        "$.all: must be left out beside \"any\", was a list",
                        "$.zone: must be left out beside \"any\", was \"UTC\"");
        assertThat(faultsOf(start + "\"open\": {\"zone\": \"UTC\"}, \"hours\": {}}"))
                .containsExactly(
                        "$.hours: must be left out beside \"open\", was an object",
                        "$.except: must be an object, was missing");
        assertThat(faultsOf(start + "\"all\": [{\"hours\": {}}, 7, {\"any\": {}}]}"))
                .containsExactly(
                        "$.all[0].zone: must be a text, was missing",
                        "$.all[1]: must be an object, was 7",
                        "$.all[2].any: must be a list, was an object");
        assertThat(faultsOf(start + "\"any\": [{\"format\": \"leadkit.calendar/1\", \"zone\": \"UTC\"}]}"))
                .hasSize(1)
                .allMatch(fault -> fault.startsWith("$.any[0].format: must be a known member"));
        assertThat(catchThrowableOfType(
                                RefusedException.class,
                                () -> CalendarJson.read(JsonDocument.of(start + "\"any\": [\"office\"]}")))
                        .faults())
                .hasToString("[$.any[0]: must be an object, was \"office\"]");
        assertThat(faultsOf("[]")).containsExactly("$: must be an object, was a list");
        assertThat(faultsOf("{\"zone\": \"UTC\"}")).containsExactly("$.format: must be a text, was missing");
        assertThat(faultsOf(start + "\"zone\": \"UTC\", \"holidays\": {}, \"extra\": [], \"absences\": 1}"))
                .containsExactly(
                        "$.holidays: must be a list, was an object",
                        "$.extra: must be an object, was a list",
                        "$.absences: must be a list, was 1");
    }

    @Test
    @DisplayName("may leave out the last of one day, and all but the zone")
    void leftOut() {
        OpenHours day = CalendarJson.read(JsonDocument.of(
                "{\"format\":\"leadkit.calendar/1\",\"zone\":\"UTC\",\"absences\":[{\"first\":\"2026-12-24\"}]}"));
        assertThat(JsonText.line(CalendarJson.write(day)))
                .isEqualTo("{\"zone\":\"UTC\",\"absences\":[{\"first\":\"2026-12-24\",\"last\":\"2026-12-24\"}]}");
    }

    @Test
    @DisplayName("of too many parts are refused where they are too many")
    void tooManyParts() {
        String many = "{\"zone\":\"UTC\"},".repeat(1_000);
        assertThat(faultsOf(
                        "{\"format\":\"leadkit.calendar/1\",\"any\":[" + many.substring(0, many.length() - 1) + "]}"))
                .containsExactly("$: must be valid, was an object. Hours must have at most 1000 parts, had 1001.");
    }
}
