package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
