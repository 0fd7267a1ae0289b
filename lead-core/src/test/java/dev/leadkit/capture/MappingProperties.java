package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class MappingProperties {

    private static final List<String> COLUMNS =
            List.of("name", "mail", "phone", "land", "state", "amount", "flag", "day", "at", "own", "when", "odd");

    private static final Mapping MAPPING = Mapping.builder(
                    FieldCatalog.of(Field.number("amount"), Field.flag("vip"), Field.date("day"), Field.instant("at")))
            .converters(Converters.standard().with("own", Field.text("x").type(), text -> {
                throw new IllegalArgumentException(text);
            }))
            .columns(
                    ColumnRule.of("name", "lastName").converter("name").parameter("longest", "5"),
                    ColumnRule.of("mail", "email").asRequired(),
                    ColumnRule.of("phone", "phone").parameter("region", "GB").parameter("countryColumn", "land"),
                    ColumnRule.of("state", "region").converter("region").parameter("countryColumn", "land"),
                    ColumnRule.of("land", "country")
                            .converter("country")
                            .parameter("languages", "de")
                            .asRequired(),
                    ColumnRule.of("amount", "amount").parameter("currency", "drop"),
                    ColumnRule.of("flag", "vip"),
                    ColumnRule.of("day", "day"),
                    ColumnRule.of("at", "at"),
                    ColumnRule.of("own", "city").converter("own"))
            .occurredAt("when", Map.of())
            .externalId("id")
            .placeholders("-")
            .clearing("<clear>")
            .build();

    @Provide
    Arbitrary<Map<String, String>> values() {
        Arbitrary<String> secret = Arbitraries.strings()
                .withCharRange('\u2800', '\u28FF')
                .ofMinLength(1)
                .ofMaxLength(40);
        Arbitrary<String> text = Arbitraries.oneOf(
                secret,
                secret.map(some -> some + "@example.com"),
                secret.map(some -> "+44 " + some),
                Arbitraries.of(" ", "-", "<clear>"));
        return Arbitraries.maps(Arbitraries.of(COLUMNS), text).ofMaxSize(COLUMNS.size());
    }

    @Property
    void noFaultAndNoTextFormEverShowsAValue(@ForAll("values") Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("id", "\u2801\u2802");
        Submission submission = MAPPING.submission("form", "x", all);
        Mapped mapped = MAPPING.map(submission);
        String told = Stream.concat(mapped.errors().stream(), mapped.warnings().stream())
                        .map(Fault::toString)
                        .reduce("", String::concat)
                + mapped
                + submission
                + MAPPING;

        assertThat(told.codePoints()).noneMatch(c -> c >= 0x2800 && c <= 0x28FF);
    }

    @Property(tries = 200)
    void anythingIsMappedWithoutThrowingAndAlwaysInTheSameWay(@ForAll Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        int i = 0;
        for (String text : values.values()) {
            all.put(COLUMNS.get(i++ % COLUMNS.size()), text);
        }
        Submission submission = new Submission("form", "1", Optional.empty(), all);

        assertThat(MAPPING.map(submission)).isEqualTo(MAPPING.map(submission));
    }

    @Property(tries = 200)
    void anAbsentColumnIsTheSameAsABlankOne(@ForAll("values") Map<String, String> values) {
        Map<String, String> blanks = new HashMap<>(values);
        COLUMNS.stream().filter(column -> !column.equals("odd")).forEach(column -> blanks.putIfAbsent(column, " \t"));

        assertThat(MAPPING.map(new Submission("form", "1", Optional.empty(), blanks)))
                .isEqualTo(MAPPING.map(new Submission("form", "1", Optional.empty(), values)));
    }
}
