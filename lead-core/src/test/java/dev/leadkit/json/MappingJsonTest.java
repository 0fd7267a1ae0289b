package dev.leadkit.json;

import static dev.leadkit.json.Faulty.faults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.Converters;
import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Submission;
import dev.leadkit.lead.FieldValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MappingJsonTest {

    /** The example of {@code docs/mapping.md}. */
    private static final String EXAMPLE = """
            {
              "format": "leadkit.mapping/1",
              "system": "crm",
              "fields": {
                "employees": {
                  "type": "number"
                }
              },
              "externalId": {
                "column": "Prospect ID"
              },
              "occurredAt": {
                "column": "Created",
                "parameters": {
                  "patterns": "dd.MM.uuuu HH:mm",
                  "zone": "Europe/Berlin"
                }
              },
              "placeholders": [
                "-",
                "Select"
              ],
              "clearing": "<clear>",
              "unknownColumns": "refuse",
              "ignored": [
                "Notes"
              ],
              "columns": [
                {
                  "column": "Country",
                  "field": "country",
                  "converter": "country"
                },
                {
                  "column": "Staff",
                  "field": "employees",
                  "parameters": {
                    "decimal": ",",
                    "grouping": "."
                  },
                  "placeholders": [
                    "many"
                  ]
                },
                {
                  "column": "Source",
                  "field": "source",
                  "values": {
                    "google": "Google"
                  },
                  "default": "Web",
                  "required": true
                }
              ]
            }""";

    private static MappingDocument read(String text) {
        return MappingJson.read(JsonDocument.of(text), Converters.standard());
    }

    private static List<String> faultsOf(String text) {
        return faults(text, json -> new MappingReader(json, Converters.standard()).read());
    }

    @Test
    void mappingDoesWhatItSays() {
        MappingDocument document = read(EXAMPLE);
        Submission submission = document.mapping()
                .submission(
                        document.system(),
                        "row 2",
                        Map.of(
                                "Prospect ID", "17",
                                "Created", "22.11.2026 09:00",
                                "Country", "Germany",
                                "Staff", "1.250",
                                "Source", "GOOGLE",
                                "Notes", "call back"));
        assertThat(submission.externalId()).isEqualTo("17");
        assertThat(submission.occurredAt()).contains(Instant.parse("2026-11-22T08:00:00Z"));
        Mapped mapped = document.mapping().map(submission);
        FieldValues values = mapped.values();
        assertThat(mapped.errors()).isEmpty();
        assertThat(values.text("country")).contains("DE");
        assertThat(values.text("employees")).contains("1250");
        assertThat(values.text("source")).contains("Google");
    }

    @Test
    void writingGivesTheDocumentThatWasRead() {
        MappingDocument document = read(EXAMPLE);
        assertThat(JsonText.pretty(MappingJson.write(document))).isEqualTo(EXAMPLE);
        MappingDocument again = MappingJson.read(JsonDocument.of(MappingJson.write(document)), Converters.standard());
        assertThat(again.mapping()).isEqualTo(document.mapping());
        assertThat(again.catalog().fields()).isEqualTo(document.catalog().fields());
    }

    @Test
    void everyMistakeIsOneFaultAndAllAreToldAtOnce() {
        assertThat(faultsOf("""
                        {
                          "format": "leadkit.mapping/1",
                          "fields": {"employees": {"type": "numbr"}, "country": {"type": "text"}},
                          "unknownColumns": "refuze",
                          "ignored": "Notes",
                          "colums": [],
                          "columns": [
                            {"field": "city"},
                            {"column": "A", "field": "contry"},
                            {"column": "B", "field": "country", "converter": "countri"},
                            {"column": "C", "field": "employees", "parameters": {"groupin": "."}},
                            {"column": "D", "field": "country"},
                            {"column": "E", "converter": "number"},
                            {"column": "F", "field": "score"},
                            "G",
                            {"column": "H", "field": "source", "required": "yes", "values": {"google": null}}
                          ]
                        }"""))
                .containsExactlyInAnyOrder(
                        "$.system: must be a text, was missing",
                        "$.fields.employees.type: must be a known word, was \"numbr\". Did you mean \"number\"?",
                        "$.fields.country: must be a new field, was an object. There is a standard field of that name.",
                        "$.externalId: must be there, was missing. Write {\"column\": \"...\"}, or {\"rowNumber\": true} if no"
                                + " column tells records apart.",
                        "$.unknownColumns: must be a known word, was \"refuze\". Did you mean \"refuse\"?",
                        "$.ignored: must be a list, was \"Notes\"",
                        "$.colums: must be a known member, was \"colums\". Did you mean \"columns\"?",
                        "$.columns[0].column: must be a text, was missing",
                        "$.columns[1].field: must be the name of a field, was \"contry\". Did you mean \"country\"?",
                        "$.columns[2].converter: must be the name of a converter, was \"countri\". Did you mean \"country\"?",
                        "$.columns[3].parameters.groupin: must be a parameter of the converter, was \"groupin\". Did you mean"
                                + " \"grouping\"?",
                        "$.columns[4].field: must be a field without another rule, was \"country\". columns[2] fills it"
                                + " already.",
                        "$.columns[5].field: must be a text, was missing",
                        "$.columns[6].field: must be a field that can be captured, was \"score\". The library keeps this one"
                                + " itself.",
                        "$.columns[7]: must be an object, was \"G\"",
                        "$.columns[8].required: must be true or false, was \"yes\"",
                        "$.columns[8].values.google: must be a text, was missing");
    }

    @Test
    void externalIdIsAColumnOrTheRowNumber() {
        String start = "{\"format\": \"leadkit.mapping/1\", \"system\": \"crm\", \"columns\": [{\"column\": \"Land\","
                + " \"field\": \"country\"}], \"externalId\": ";
        assertThat(read(start + "{\"rowNumber\": true}}").mapping().externalId())
                .isEmpty();
        assertThat(faultsOf(start + "{\"rowNumber\": true, \"column\": \"Id\"}}"))
                .containsExactly("$.externalId.rowNumber: must be left out where there is a column, was true");
        assertThat(faultsOf(start + "{}}")).containsExactly("$.externalId.column: must be a text, was missing");
        assertThat(faultsOf(start + "\"Id\"}")).containsExactly("$.externalId: must be an object, was \"Id\"");
    }

    @Test
    void documentationShowsTheExample() throws IOException {
        assertThat(Files.readString(Path.of("../docs/mapping.md"))).contains(EXAMPLE);
    }
}
