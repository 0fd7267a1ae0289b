package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.FieldCatalog;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Of everything that a mapping has there may be as much as its limit says, and no more: of")
final class MappingLimitsTest {

    private static final String LONGEST = "x".repeat(Mapping.LONGEST_TEXT);
    private static final String LONGER = LONGEST + "x";

    private static Mapping.Builder mapping() {
        return Mapping.builder(FieldCatalog.standard());
    }

    private static ColumnRule rule() {
        return ColumnRule.of("a", "city");
    }

    private static List<Fault> faults(Mapping.Builder mapping) {
        return catchThrowableOfType(RefusedException.class, mapping::build).faults();
    }

    private static String[] texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t" + i).toArray(String[]::new);
    }

    private static Map<String, String> values(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "v" + i, i -> "x"));
    }

    /** Where the text stands that is too long, and a mapping with that text. */
    static List<Arguments> longTexts() {
        return List.of(
                text("columns[0].column", text -> mapping().columns(ColumnRule.of(text, "city"))),
                text("columns[0].field", text -> mapping().columns(ColumnRule.of("a", text))),
                text("columns[0].converter", text -> mapping().columns(rule().converter(text))),
                text("columns[0].default", text -> mapping().columns(rule().otherwise(text))),
                text("columns[0].placeholders", text -> mapping().columns(rule().placeholders("-", text))),
                text("columns[0].values", text -> mapping().columns(rule().values(Map.of(text, "b")))),
                text("columns[0].values", text -> mapping().columns(rule().values(Map.of("b", text)))),
                text("columns[0].parameters", text -> mapping().columns(rule().parameter(text, "b"))),
                text("columns[0].parameters", text -> mapping().columns(rule().parameter("p", "b", text))),
                text("placeholders", text -> mapping().placeholders("-", text)),
                text("ignored", text -> mapping().ignore("b", text)),
                text("externalId", text -> mapping().externalId(text)),
                text("occurredAt.column", text -> mapping().occurredAt(text, Map.of())),
                text("occurredAt.parameters", text -> mapping().occurredAt("b", Map.of(text, List.of("c")))),
                text("occurredAt.parameters", text -> mapping().occurredAt("b", Map.of("zone", List.of("c", text)))),
                text("clearing", text -> mapping().clearing(text)));
    }

    private static Arguments text(String path, With with) {
        return Arguments.of(path, with);
    }

    /** A mapping in which a text stands somewhere. */
    interface With {
        Mapping.Builder mapping(String text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("the characters of a text")
    void longTexts(String path, With with) {
        assertThat(faults(with.mapping(LONGER)))
                .containsExactly(new Fault(path, "a text of at most 1000 characters", "text of 1001 characters"));
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> with.mapping(LONGEST).build());
        assertThat(refused == null ? List.<Fault>of() : refused.faults())
                .extracting(Fault::rule)
                .doesNotContain("a text of at most 1000 characters");
    }

    @Test
    @DisplayName("the rules")
    void rules() {
        Mapping.Builder most = mapping();
        IntStream.range(0, Mapping.MOST_RULES).forEach(i -> most.columns(rule()));
        assertThat(faults(most)).extracting(Fault::path).doesNotContain("columns");
        assertThat(faults(most.columns(rule())))
                .containsExactly(new Fault("columns", "at most 1000 rules", "1001 rules"));
    }

    @Test
    @DisplayName("the texts of a list")
    void lists() {
        Mapping.Builder most = mapping()
                .columns(rule().values(values(10_000)).placeholders(texts(10_000)))
                .placeholders(texts(10_000))
                .ignore(texts(10_000));
        assertThatNoException().isThrownBy(most::build);

        Mapping.Builder more = mapping()
                .columns(rule().values(values(10_001))
                        .placeholders(texts(10_001))
                        .parameter("p", texts(10_001)))
                .placeholders(texts(10_001))
                .ignore(texts(10_001))
                .occurredAt("b", Map.of("patterns", List.of(texts(10_001))));
        assertThat(faults(more))
                .allSatisfy(fault ->
                        assertThat(fault.toString()).endsWith(": must be at most 10000 texts, was 10001 texts"))
                .extracting(Fault::path)
                .containsExactly(
                        "columns[0].placeholders",
                        "columns[0].values",
                        "columns[0].parameters",
                        "placeholders",
                        "ignored",
                        "occurredAt.parameters");
    }
}
