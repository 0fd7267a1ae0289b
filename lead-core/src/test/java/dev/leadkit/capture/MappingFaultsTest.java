package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MappingFaultsTest {

    private static final FieldCatalog CATALOG = FieldCatalog.of(Field.number("visits"), Field.instant("seenAt"));

    private static Mapping.Builder mapping(ColumnRule... rules) {
        return Mapping.builder(CATALOG).columns(rules);
    }

    private static List<Fault> faults(Mapping.Builder mapping) {
        return catchThrowableOfType(RefusedException.class, mapping::build).faults();
    }

    @Test
    void everyFaultIsToldAtOnceWithItsPath() {
        List<Fault> faults = faults(mapping(
                        ColumnRule.of(" City", "city"),
                        ColumnRule.of("a", "contry"),
                        ColumnRule.of("a", "score"),
                        ColumnRule.of("a", "city"),
                        ColumnRule.of("a", "email").converter("name"),
                        ColumnRule.of("a", "phone").parameter("regio", "DE"),
                        ColumnRule.of("a", "company").converter("txt"),
                        ColumnRule.of("a", "visits").otherwise("none"),
                        ColumnRule.of("a", "seenAt").parameter("patterns", "dd.MM.yyyy"))
                .externalId("")
                .occurredAt("b", Map.of("zone", List.of("Nowhere")))
                .ignore("a"));

        assertThat(faults)
                .extracting(Fault::path)
                .containsExactly(
                        "externalId",
                        "ignored",
                        "columns[0].column",
                        "columns[1].field",
                        "columns[2].field",
                        "columns[3].field",
                        "columns[4].converter",
                        "columns[5].parameters.regio",
                        "columns[6].converter",
                        "columns[7].default",
                        "columns[8].parameters.zone",
                        "occurredAt.parameters.zone");
        assertThat(faults)
                .extracting(Fault::hint)
                .contains(
                        "Did you mean \"country\"?",
                        "Did you mean \"region\"?",
                        "Did you mean \"text\"?",
                        "Suitable: email.",
                        "The library keeps this one itself.",
                        "columns[0] fills it already.");
    }

    @Test
    void aValueMapMustBeUnambiguousAndConvertible() {
        assertThat(faults(mapping(ColumnRule.of("a", "source").values(Map.of("x", "One", "X", "Two")))))
                .extracting(Fault::path)
                .containsExactly("columns[0].values");
        assertThat(faults(mapping(ColumnRule.of("a", "visits")
                        .values(Map.of("few", "3", "many", "lots", " pad", "1", "no", "")))))
                .hasSize(3);
        assertThat(mapping(ColumnRule.of("a", "source").values(Map.of("x", "One", "X", "One")))
                        .build())
                .isNotNull();
    }

    @Test
    void theClearingTokenMustNotBeAPlaceholder() {
        assertThat(faults(mapping().placeholders("-").clearing("-")))
                .extracting(Fault::path)
                .containsExactly("clearing");
    }

    @Test
    void whatNamesAColumnHasNoWhiteSpaceAtItsEnds() {
        assertThat(faults(mapping().clearing("").occurredAt("Day ", Map.of())))
                .containsExactly(
                        new Fault(
                                "occurredAt.column",
                                "a text that is not empty, without white space at its ends",
                                "\"Day \""),
                        new Fault("clearing", "a text that is not empty, without white space at its ends", "\"\""));
    }

    @Test
    void noColumnIsBothUsedAndIgnored() {
        Mapping.Builder mapping = mapping(
                        ColumnRule.of("a", "city"),
                        ColumnRule.of("b", "region").converter("region").parameter("countryColumn", "c"))
                .externalId("d")
                .occurredAt("e", Map.of())
                .touch(Map.of("gclid", "f"));

        assertThat(faults(mapping.ignore("a", "b", "c", "d", "e", "f", "g")))
                .extracting(Fault::toString)
                .containsExactly(
                        "ignored: must be columns that no rule names, was \"a\"",
                        "ignored: must be columns that no rule names, was \"b\"",
                        "ignored: must be columns that no rule names, was \"c\"",
                        "ignored: must be columns that no rule names, was \"d\"",
                        "ignored: must be columns that no rule names, was \"e\"",
                        "ignored: must be columns that no rule names, was \"f\"");
    }

    @Test
    void aTouchHasKnownParametersAndGoodColumns() {
        assertThat(faults(mapping().touch(Map.of("utm_sorce", "a", "gclid", " b"))))
                .containsExactly(
                        new Fault("touch.gclid", "a text that is not empty, without white space at its ends", "\" b\""),
                        new Fault(
                                "touch.utm_sorce",
                                "a known parameter",
                                "\"utm_sorce\"",
                                "Did you mean \"utm_source\"?"));
    }

    @Test
    void aHostsConverterIsFoundByItsNameAndMayFail() {
        Converters own = Converters.standard()
                .with("shout", FieldType.TEXT, text -> Conversion.of(text + "!"))
                .with("bomb", FieldType.TEXT, text -> {
                    throw new IllegalStateException(text);
                });
        Mapping mapping = mapping(
                        ColumnRule.of("a", "city").converter("shout"),
                        ColumnRule.of("b", "region").converter("bomb"))
                .converters(own)
                .build();
        Mapped mapped = mapping.map(new Submission("form", "1", Optional.empty(), Map.of("a", "Bonn", "b", "secret")));

        assertThat(mapped.values().text("city")).contains("Bonn!");
        assertThat(mapped.values().text("region")).isEmpty();
        assertThat(mapped.warnings().get(0))
                .hasToString("b: must be convertible to text, was text of 6 characters."
                        + " The converter failed with java.lang.IllegalStateException.");
    }

    @Test
    void theColumnsOfAFileAreJudgedBeforeItsFirstRow() {
        Mapping mapping = mapping(ColumnRule.of("a", "city").asRequired(), ColumnRule.of("b", "region"))
                .build();

        assertThat(mapping.check(List.of("a", "c"))).extracting(Fault::path).containsExactly("columns", "b");
        assertThat(catchThrowableOfType(RefusedException.class, () -> mapping.check(List.of("b")))
                        .faults())
                .extracting(Fault::path)
                .containsExactly("a");
    }

    @Test
    void anAbsentColumnIsAFaultOnlyWhereNothingGoesWithoutIt() {
        Mapping mapping = mapping(
                        ColumnRule.of("City", "city"),
                        ColumnRule.of("Land", "country").otherwise("DE").asRequired())
                .externalId("Id")
                .occurredAt("Day", Map.of())
                .build();

        assertThat(mapping.check(List.of("Id", "Cty")))
                .containsExactly(
                        new Fault(
                                "columns",
                                "known to the mapping",
                                "\"Cty\"",
                                "Give each a rule or ignore it on purpose."),
                        new Fault("Day", "a column of the header", "", "Known: Cty, Id."),
                        new Fault("City", "a column of the header", "", "Did you mean \"Cty\"?"));
        assertThat(mapping.check(List.of("Id", "Day", "City"))).isEmpty();
        assertThat(catchThrowableOfType(RefusedException.class, () -> mapping.check(List.of("City", "Day")))
                        .faults())
                .containsExactly(new Fault("Id", "a column of the header", "", "Known: City, Day."));
    }

    @Test
    void ofManyUnknownColumnsTwentyAreNamed() {
        Mapping mapping = mapping(ColumnRule.of("a", "city")).build();
        List<String> twenty =
                IntStream.range(10, 30).mapToObj(i -> "c" + i).collect(Collectors.toCollection(ArrayList::new));
        twenty.add("a");
        List<String> more = new ArrayList<>(twenty);
        more.add("c30");
        String named = twenty.stream()
                .filter(name -> !name.equals("a"))
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", "));

        assertThat(mapping.check(twenty)).extracting(Fault::value).containsExactly(named);
        assertThat(mapping.check(more)).extracting(Fault::value).containsExactly(named + " and 1 more");
    }

    @Test
    void aHostsConverterMayNotFillTheMemoryWithANumber() {
        FieldCatalog catalog = FieldCatalog.of(Field.number("size"));
        Mapping mapping = Mapping.builder(catalog)
                .columns(ColumnRule.of("a", "size").converter("exact"))
                .converters(Converters.standard()
                        .with("exact", FieldType.NUMBER, text -> Conversion.of(new BigDecimal(text))))
                .build();
        Mapped small = mapping.map(new Submission("form", "1", Optional.empty(), Map.of("a", "1E2")));
        Mapped absurd = mapping.map(new Submission("form", "1", Optional.empty(), Map.of("a", "1E999999999")));

        assertThat(small.values().text("size")).contains("100");
        assertThat(absurd.values().text("size")).isEmpty();
        assertThat(absurd.warnings().get(0))
                .hasToString("a: must be a number of at most 100 characters, was text of 11 characters");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aHostsConverterThatGivesAnotherTypeIsAFaultOfTheText() {
        Object text = Conversion.of("many");
        Mapping mapping = mapping(ColumnRule.of("a", "visits").converter("wrong"))
                .converters(Converters.standard().with("wrong", FieldType.NUMBER, any -> (Conversion<BigDecimal>) text))
                .build();

        assertThat(mapping.map(new Submission("form", "1", Optional.empty(), Map.of("a", "b")))
                        .warnings()
                        .get(0))
                .hasToString("a: must be convertible by a converter that gives number, was text of 1 characters");
    }

    @Test
    void aConvertedValueIsNotShown() {
        assertThat(Conversion.of("secret")).hasToString("Value[hidden]");
    }

    @Test
    void aHostsConverterReadsItsParametersAndItsFactoryMayFail() {
        Converters own = Converters.standard()
                .withFactory("cut", FieldType.TEXT, parameters -> {
                    int most = parameters.whole("most", 1, 3);
                    return text -> Conversion.of(text.substring(0, Math.min(most, text.length())));
                })
                .withFactory("dud", FieldType.TEXT, parameters -> {
                    throw new IllegalStateException("no");
                });
        Mapping mapping = mapping(ColumnRule.of("a", "city").converter("cut").parameter("most", "2"))
                .converters(own)
                .build();

        assertThat(mapping.map(new Submission("form", "1", Optional.empty(), Map.of("a", "Bonn")))
                        .values()
                        .text("city"))
                .contains("Bo");
        assertThat(faults(mapping(
                                ColumnRule.of("a", "city").converter("cut").parameter("most", "0"),
                                ColumnRule.of("a", "region").converter("dud"))
                        .converters(own)))
                .extracting(Fault::path)
                .containsExactly("columns[0].parameters.most", "columns[1].converter");
    }
}
