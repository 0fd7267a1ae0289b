package dev.leadkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Converters;
import dev.leadkit.capture.InputText;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Submission;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.form.WebForm;
import dev.leadkit.json.CalendarJson;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonFeed;
import dev.leadkit.json.JsonLines;
import dev.leadkit.json.MappingDocument;
import dev.leadkit.json.MappingJson;
import dev.leadkit.json.SubmissionJson;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whatever is fed to a reader, only declared refusals come out, soon, and none shows a cell:")
final class FuzzTest {

    private static final FieldCatalog CATALOG = FieldCatalog.of(
            Field.number("staff"),
            Field.flag("open"),
            Field.date("day"),
            Field.instant("moment"),
            Field.text("note"),
            Field.number("money"),
            Field.text("nick"),
            Field.text("area"),
            Field.text("land"),
            Field.instant("written"),
            new Field<>("mobile", FieldType.PHONE, true));
    private static final Mapping COLUMNS = Mapping.builder(CATALOG)
            .externalId("Id")
            .columns(
                    ColumnRule.of("Email", "email"),
                    ColumnRule.of("City", "city").asRequired())
            .clearing("<clear>")
            .build();
    private static final Mapping POINTERS = Mapping.builder(CATALOG)
            .externalId("/id")
            .columns(ColumnRule.of("/email", "email"), ColumnRule.of("/contact/emails/0", "city"))
            .clearing("<clear>")
            .build();

    @Test
    @DisplayName("CSV")
    void csv() throws InterruptedException {
        CsvInput small = CsvInput.standard().longestRow(500).mostColumns(40);
        new Fuzzer("csv", Corpus.csv(), text -> {
                    haveTheSameColumns(Silent.rows(text, CsvInput.standard()::open));
                    Silent.rows(text, small::open);
                    Silent.rows(text, source -> CsvInput.standard().open(source, "crm", COLUMNS))
                            .forEach(row -> map(COLUMNS, row));
                    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
                    Silent.rows(
                            text,
                            source -> CsvInput.standard()
                                    .open(InputText.of(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)));
                })
                .run();
    }

    private static void haveTheSameColumns(List<Row<Map<String, String>>> rows) {
        Set<Set<String>> columns = new HashSet<>();
        rows.forEach(row -> {
            if (row instanceof Row.Read<Map<String, String>> read) {
                columns.add(read.content().keySet());
            }
        });
        assertThat(columns).hasSizeLessThan(2);
    }

    private static void map(Mapping mapping, Row<Submission> row) {
        if (row instanceof Row.Read<Submission> read) {
            Silent.mapped(mapping, read.content());
        }
    }

    @Test
    @DisplayName("nested JSON and lists in JSON")
    void json() throws InterruptedException {
        SubmissionJson clearing = SubmissionJson.standard().nullClears().without("/contact/emails/1");
        SubmissionJson small = SubmissionJson.standard()
                .longestDocument(300)
                .longestPointer(20)
                .longestText(30)
                .mostLeaves(5);
        new Fuzzer("json", Corpus.json(), text -> {
                    Submission submission =
                            Silent.orNull(() -> SubmissionJson.standard().read(text, "crm", "none", POINTERS));
                    if (submission != null) {
                        assertThat(withoutNumbers(submission.values(), leaves(text)))
                                .isEqualTo(leaves(text));
                        Silent.mapped(POINTERS, submission);
                    }
                    Silent.refusals(() -> clearing.read(text, "crm", "none", POINTERS));
                    Silent.refusals(() -> small.read(text, "crm", "none", POINTERS));
                    for (String pointer : List.of("", "/leads", "/a/0/leads")) {
                        Silent.rows(text, source -> JsonFeed.at(pointer).open(source, "crm", POINTERS))
                                .forEach(row -> map(POINTERS, row));
                        Silent.rows(
                                text, source -> JsonFeed.at(pointer).with(small).open(source, "crm", POINTERS));
                    }
                })
                .run();
    }

    /** The oracle knows that there is a number, not how it was written. */
    private static Map<String, String> withoutNumbers(Map<String, String> values, Map<String, String> oracle) {
        Map<String, String> without = new HashMap<>(values);
        oracle.forEach((pointer, kind) -> {
            if (kind.equals("number")) {
                assertThat(without.put(pointer, kind)).matches("number|-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
            }
        });
        return without;
    }

    /** The oracle: the whole tree first, by the reader of documents, then its leaves. */
    private static Map<String, String> leaves(String text) {
        Map<String, String> leaves = new HashMap<>();
        JsonDocument.of(text).as("document", json -> {
            collect(json, "", leaves);
            return Optional.of(json);
        });
        return leaves;
    }

    private static void collect(JsonCursor json, String pointer, Map<String, String> leaves) {
        if (json.isObject()) {
            json.members()
                    .forEach((name, member) -> collect(
                            member, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), leaves));
        } else if (json.isList()) {
            List<JsonCursor> items = json.items();
            for (int i = 0; i < items.size(); i++) {
                collect(items.get(i), pointer + "/" + i, leaves);
            }
        } else if (json.isText()) {
            leaves.put(pointer, json.anyText().orElseThrow());
        } else if (json.isFlag()) {
            leaves.put(pointer, json.flag().orElseThrow().toString());
        } else if (!json.isMissing()) {
            leaves.put(pointer, "number");
        }
    }

    @Test
    @DisplayName("JSON Lines")
    void jsonLines() throws InterruptedException {
        JsonLines small = JsonLines.standard().with(SubmissionJson.standard().longestDocument(30));
        new Fuzzer("json-lines", Corpus.lines(), text -> {
                    List<Row<Submission>> rows =
                            Silent.rows(text, source -> JsonLines.standard().open(source, "crm", POINTERS));
                    rows.forEach(row -> map(POINTERS, row));
                    assertThat(rows).allMatch(row -> row.number() == row.line());
                    assertThat(rows).hasSameSizeAs(lines(text));
                    assertThat(Silent.rows(text, source -> small.open(source, "crm", POINTERS)))
                            .hasSizeGreaterThanOrEqualTo(rows.size());
                })
                .run();
    }

    private static List<String> lines(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return Arrays.stream(unmarked.split("\n"))
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Test
    @DisplayName("web forms")
    void webForms() throws InterruptedException {
        WebForm small = WebForm.standard().longestBody(200).longestValue(20).mostFields(10);
        new Fuzzer("form", Corpus.form(), text -> {
                    Map<String, String> fields =
                            Silent.orNull(() -> WebForm.standard().body(text));
                    if (fields != null) {
                        assertThat(WebForm.standard().body(encoded(fields))).isEqualTo(fields);
                        Silent.mapped(COLUMNS, new Submission("web", "1", Optional.empty(), fields));
                    }
                    for (WebForm.Repeated each : WebForm.Repeated.values()) {
                        Silent.refusals(() -> small.repeated(each).body(text));
                    }
                    Silent.refusals(() -> small.values(Map.of(text, List.of(text, text))));
                })
                .run();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Test
    @DisplayName("converters of e-mail, phone, country, region, number, flag, date, moment, name and text")
    void converters() throws InterruptedException {
        List<ColumnRule> rules = new ArrayList<>(List.of(
                ColumnRule.of("a", "email"),
                ColumnRule.of("a", "phone"),
                ColumnRule.of("a", "mobile").parameter("region", "DE").parameter("accept", "possible"),
                ColumnRule.of("a", "country").converter("country").parameter("unknown", "n/a"),
                ColumnRule.of("a", "staff")
                        .parameter("grouping", ".")
                        .parameter("decimal", ",")
                        .parameter("percent", "fraction")
                        .parameter("currency", "drop"),
                ColumnRule.of("a", "money").parameter("grouping", " "),
                ColumnRule.of("a", "open"),
                ColumnRule.of("a", "area").converter("region").parameter("countryColumn", "a"),
                ColumnRule.of("a", "land").converter("country").parameter("languages", "de", "fr"),
                ColumnRule.of("a", "day").parameter("patterns", "d MMMM uuuu", "dd.MM.yy", "uuuu-MM-dd"),
                ColumnRule.of("a", "moment"),
                ColumnRule.of("a", "written")
                        .parameter("patterns", "dd.MM.uuuu[ HH:mm]", "epoch-millis")
                        .parameter("zone", "Europe/Berlin"),
                ColumnRule.of("a", "nick").converter("name").parameter("longest", "50"),
                ColumnRule.of("a", "note").values(Map.of("\u0130", "i"))));
        Mapping mapping = Mapping.builder(CATALOG)
                .columns(rules.toArray(ColumnRule[]::new))
                .placeholders("-", "Select")
                .clearing("<clear>")
                .build();
        new Fuzzer("converters", Corpus.cells(), text -> {
                    Submission submission = new Submission("crm", "1", Optional.empty(), Map.of("a", text));
                    Silent.mapped(mapping, submission);
                    assertThat(mapping.map(submission)).isEqualTo(mapping.map(submission));
                })
                .run();
    }

    @Test
    @DisplayName("mapping documents")
    void mappingDocuments() throws InterruptedException {
        Submission submission = new Submission(
                "crm",
                "1",
                Optional.empty(),
                new TreeMap<>(Map.of(
                        "Email",
                        Corpus.SECRET,
                        "Phone",
                        "030 1234567",
                        "Country",
                        Corpus.SECRET,
                        "Staff",
                        "1.250,5 %",
                        "Day",
                        Corpus.SECRET,
                        "Created",
                        "22.11.2026 09:00",
                        "Source",
                        "GOOGLE")));
        new Fuzzer("mapping", Corpus.mappings(), text -> {
                    MappingDocument document =
                            Silent.orNull(() -> MappingJson.read(JsonDocument.of(text), Converters.standard()));
                    if (document != null) {
                        Silent.mapped(document.mapping(), submission);
                        MappingDocument again =
                                MappingJson.read(JsonDocument.of(MappingJson.write(document)), Converters.standard());
                        assertThat(again.mapping()).isEqualTo(document.mapping());
                    }
                })
                .run();
    }

    @Test
    @DisplayName("calendars")
    void calendars() throws InterruptedException {
        Instant noon = Instant.parse("2026-03-29T12:00:00Z");
        new Fuzzer("calendar", Corpus.calendars(), text -> {
                    OpenHours hours = Silent.orNull(() -> CalendarJson.read(JsonDocument.of(text)));
                    if (hours != null) {
                        assertThat(CalendarJson.read(JsonDocument.of(CalendarJson.document(hours))))
                                .isEqualTo(hours);
                        Calendar calendar = Calendar.of(hours);
                        calendar.add(noon, Duration.ofHours(9))
                                .ifPresent(at ->
                                        assertThat(calendar.between(noon, at)).isEqualTo(Duration.ofHours(9)));
                        calendar.nextEdge(noon)
                                .ifPresent(at -> assertThat(calendar.isOpen(at)).isNotEqualTo(calendar.isOpen(noon)));
                    }
                })
                .run();
    }
}
