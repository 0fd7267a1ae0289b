package dev.leadkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Converters;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Rows;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.form.WebForm;
import dev.leadkit.json.ConditionJson;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonFeed;
import dev.leadkit.json.JsonLines;
import dev.leadkit.json.MappingJson;
import dev.leadkit.json.SubmissionJson;
import dev.leadkit.lead.FieldCatalog;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is made to fill the memory or to take for ever is refused by a limit with a name:")
@Timeout(120)
final class BombTest {

    private static final String BLOCK = "x".repeat(1 << 16);
    private static final long BLOCKS_OF_A_GIGABYTE = 1 << 14;
    private static final long MOST_BYTES = 64 << 20;
    private static final Mapping MAPPING = Mapping.builder(FieldCatalog.standard())
            .externalId("/id")
            .columns(ColumnRule.of("/email", "email"))
            .build();

    private static <T> List<String> told(Rows<T> rows) {
        List<String> told = new ArrayList<>();
        try (rows) {
            rows.forEachRemaining(row -> told.add(
                    row instanceof Row.Broken<T> broken
                            ? row.number() + " " + broken.faults().get(0)
                            : row.number() + " read"));
        }
        return told;
    }

    /** Runs it, and sees to it that much less memory was asked for than the text is long. */
    private static <T> T frugal(Callable<T> reading) throws Exception {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long before = threads.getCurrentThreadAllocatedBytes();
        T read = reading.call();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
        return read;
    }

    private static List<String> faults(ThrowingCallable reading) {
        return catchThrowableOfType(RefusedException.class, reading).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    @Test
    @DisplayName("a cell of 1 GB costs its row of CSV")
    void hugeCell() throws Exception {
        HugeText text = new HugeText("a,b\n1,\"", BLOCK, BLOCKS_OF_A_GIGABYTE, "\"\n2,3\n");

        assertThat(frugal(() -> told(CsvInput.standard().open(text))))
                .containsExactly(
                        "2 row 2: must be at most 1048576 characters, was longer. Perhaps a closing quote is missing.",
                        "3 read");
    }

    @Test
    @DisplayName("a line of 1 GB costs its line of JSON Lines")
    void hugeLine() throws Exception {
        HugeText text = new HugeText("{\"id\":1}\n{\"id\":\"", BLOCK, BLOCKS_OF_A_GIGABYTE, "\"}\n{\"id\":3}");

        assertThat(frugal(() -> told(JsonLines.standard().open(text, "crm", MAPPING))))
                .containsExactly("1 read", "2 document: must be at most 1048576 characters, was longer", "3 read");
    }

    @Test
    @DisplayName("an element of 1 GB costs its element of a list in JSON")
    void hugeElement() throws Exception {
        HugeText text =
                new HugeText("{\"leads\":[{\"id\":1},{\"id\":\"", BLOCK, BLOCKS_OF_A_GIGABYTE, "\"},{\"id\":3}]}");

        assertThat(frugal(() -> told(JsonFeed.at("/leads").open(text, "crm", MAPPING))))
                .containsExactly("1 read", "2 document: must be at most 1048576 characters, was longer", "3 read");
    }

    @Test
    @DisplayName("a list of any length is read one element at a time")
    void longList() throws IOException {
        HugeText text = new HugeText("[{\"id\":1}", ",{\"id\":2}", 199_999, "]");
        try (Rows<?> rows = JsonFeed.at("").open(text, "crm", MAPPING)) {
            assertThat(rows.stream().filter(Row.Read.class::isInstance).count()).isEqualTo(200_000);
        }
    }

    @Test
    @DisplayName("documents and bodies are not read beyond their limit")
    void hugeDocuments() throws Exception {
        assertThat(frugal(() -> faults(() -> SubmissionJson.standard()
                        .read(new HugeText("{\"id\":\"", BLOCK, BLOCKS_OF_A_GIGABYTE, "\"}"), "crm", "1", MAPPING))))
                .containsExactly("document: must be at most 1048576 characters, was longer");
        assertThat(frugal(() ->
                        faults(() -> WebForm.standard().body(new HugeText("id=", BLOCK, BLOCKS_OF_A_GIGABYTE, "")))))
                .containsExactly("body: must be at most 1048576 characters, was longer");
        assertThat(faults(() -> MappingJson.read(
                        JsonDocument.of(new HugeText("[", BLOCK.replace('x', ' '), BLOCKS_OF_A_GIGABYTE, "]")),
                        Converters.standard())))
                .singleElement()
                .asString()
                .contains("must be a document of at most 16777216 characters, was longer");
        assertThat(faults(() -> MappingJson.read(
                        JsonDocument.of(new HugeText("[0", ",0", 5_000_000, "]")), Converters.standard())))
                .singleElement()
                .asString()
                .contains("must be a document of at most 2000000 names, values and brackets, was larger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    @DisplayName("JSON 100,000 deep is refused")
    void deepJson(String bracket) throws IOException {
        String deep = bracket.repeat(100_000);
        String rule = "must be nested at most 500 deep, was deeper";

        assertThat(faults(() -> SubmissionJson.standard().read("{\"a\":" + deep, "crm", "1", MAPPING)))
                .singleElement()
                .asString()
                .contains(rule);
        assertThat(faults(() -> JsonDocument.of(deep).as("thing", json -> Optional.of(json))))
                .singleElement()
                .asString()
                .contains(rule);
        String closed = "{\"a\":".repeat(600) + "1" + "}".repeat(600);
        assertThat(told(JsonFeed.at("").open(new StringReader("[" + closed + ",{\"id\":2}]"), "crm", MAPPING)))
                .satisfiesExactly(
                        first -> assertThat(first).contains(rule),
                        second -> assertThat(second).isEqualTo("2 read"));
        assertThat(told(JsonLines.standard().open(new StringReader(deep + "\n{\"id\":2}"), "crm", MAPPING)))
                .satisfiesExactly(
                        first -> assertThat(first).contains("1 "),
                        second -> assertThat(second).isEqualTo("2 read"));
    }

    @Test
    @DisplayName("10,000 columns are refused, unless somebody wants them")
    void manyColumns() throws IOException {
        String header = IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        assertThat(faults(() -> CsvInput.standard().open(new StringReader(header))))
                .containsExactly("header: must be a row of at most 1000 columns, was 10000 columns");
        assertThat(told(CsvInput.standard().mostColumns(10_000).open(new StringReader(header + "\n" + header))))
                .containsExactly("2 read");
        assertThatThrownBy(() -> CsvInput.standard().mostColumns(16_385)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CsvInput.standard().mostColumns(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("10,001 leaves are refused, and long names of many levels too")
    void manyLeaves() {
        String leaves =
                IntStream.range(0, 10_001).mapToObj(i -> "1").collect(Collectors.joining(",", "{\"a\":[", "]}"));
        String name = "{\"" + "n".repeat(400) + "\":";

        assertThat(faults(() -> SubmissionJson.standard().read(leaves, "crm", "1", MAPPING)))
                .containsExactly("document: must be a document of at most 10000 leaves, was larger");
        assertThat(faults(() ->
                        SubmissionJson.standard().read(name.repeat(3) + "1" + "}".repeat(3), "crm", "1", MAPPING)))
                .containsExactly("/...: must be at a pointer of at most 1000 characters, was at a longer one");
    }

    @Test
    @DisplayName("a million faults of one kind are told a hundred times")
    void manyFaults() {
        String twice = "\"a\":1,".repeat(9_000);

        assertThat(faults(() -> SubmissionJson.standard().read("{" + twice + "\"b\":1}", "crm", "1", MAPPING)))
                .hasSize(100);
    }

    @Test
    @DisplayName("fields of a form are counted and measured")
    void manyFields() {
        assertThat(faults(() -> WebForm.standard().body("a=1&".repeat(200_000))))
                .containsExactly("fields: must be at most 1000, was more");
        assertThat(faults(() -> WebForm.standard().body("a=" + "x".repeat(60_000) + "&a=" + "y".repeat(60_000))))
                .containsExactly("a: must be at most 100000 characters, was text of 120002 characters");
        assertThat(faults(() -> WebForm.standard().body("a=" + "%41b".repeat(200_000))))
                .containsExactly("a: must be at most 100000 characters, was text of 400000 characters");
    }

    @Test
    @DisplayName("a mapping has a most of everything")
    void hugeMapping() {
        ColumnRule[] rules = IntStream.rangeClosed(0, Mapping.MOST_RULES)
                .mapToObj(i -> ColumnRule.of("c" + i, "city"))
                .toArray(ColumnRule[]::new);
        assertThat(faults(() ->
                        Mapping.builder(FieldCatalog.standard()).columns(rules).build()))
                .containsExactly("columns: must be at most 1000 rules, was 1001 rules");

        Map<String, String> values = new HashMap<>();
        IntStream.rangeClosed(0, Mapping.MOST_TEXTS).forEach(i -> values.put("v" + i, "x"));
        String longest = "x".repeat(Mapping.LONGEST_TEXT);
        String[] patterns =
                IntStream.rangeClosed(0, 20).mapToObj(i -> "uuuu-MM-dd").toArray(String[]::new);
        assertThat(faults(() -> Mapping.builder(FieldCatalog.standard())
                        .columns(
                                ColumnRule.of(longest + "x", "city").values(values),
                                ColumnRule.of("b", "email").parameter("p", longest + "x"))
                        .placeholders(longest, longest + "x")
                        .clearing(longest + "x")
                        .build()))
                .containsExactly(
                        "columns[0].column: must be a text of at most 1000 characters, was text of 1001 characters",
                        "columns[0].values: must be at most 10000 texts, was 10001 texts",
                        "columns[1].parameters: must be a text of at most 1000 characters, was text of 1001 characters",
                        "placeholders: must be a text of at most 1000 characters, was text of 1001 characters",
                        "clearing: must be a text of at most 1000 characters, was text of 1001 characters");
        assertThat(faults(() -> Mapping.builder(FieldCatalog.standard())
                        .occurredAt("d", Map.of("patterns", List.of(patterns)))
                        .build()))
                .contains("occurredAt.parameters.patterns: must be at most 20 patterns, was 21 patterns");
    }

    @Test
    @DisplayName("a mapping document of half a million rules is refused, and one of a word of 16 million letters")
    void hugeMappingDocument() {
        HugeText rules = new HugeText("{\"columns\":[{}", ",{}", 500_000, "]}");
        assertThat(faults(() -> MappingJson.read(JsonDocument.of(rules), Converters.standard())))
                .contains("$.columns: must be a list of at most 1000 rules, was a list");

        HugeText word = new HugeText("{\"unknownColumns\":\"", BLOCK, 250, "\"}");
        assertThat(faults(() -> MappingJson.read(JsonDocument.of(word), Converters.standard())))
                .anyMatch(fault -> fault.startsWith("$.unknownColumns: must be a known word, was \"xxx"));
    }

    @Test
    @DisplayName("a tree that holds one list again and again is refused before it is copied")
    void billionLaughs() {
        List<Object> laughs = List.of("ha");
        for (int i = 0; i < 40; i++) {
            laughs = List.of(laughs, laughs, laughs, laughs);
        }
        Map<String, Object> tree = Map.of("columns", laughs);

        assertThat(faults(() -> MappingJson.read(JsonDocument.of(tree), Converters.standard())))
                .containsExactly("$: must be a document of at most 2000000 values, was larger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a*)*", "(a|a*)*b", "a{1,1001}", "(?=a)\\\\1"})
    @DisplayName("a regular expression that could go on for ever is refused with its condition")
    void regexBombs(String regex) {
        String condition = "{\"field\": \"city\", \"matches\": \"" + regex + "\"}";

        assertThat(faults(() -> JsonDocument.of(condition)
                        .as("condition", json -> ConditionJson.read(json, FieldCatalog.standard()))))
                .isNotEmpty()
                .allMatch(fault -> fault.startsWith("$.matches"));
    }
}
