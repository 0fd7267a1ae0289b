package dev.leadkit.capture;

import static dev.leadkit.capture.Converting.FAULTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of countries, regions and phones")
final class PlaceConvertersTest {

    private static final Converting COUNTRY = Converting.by("country", FieldType.TEXT);
    private static final Converting REGION = Converting.by("region", FieldType.TEXT);
    private static final Mapping MAPPING = Mapping.builder(FieldCatalog.standard())
            .columns(
                    ColumnRule.of("tel", "phone").parameter("region", "DE").parameter("countryColumn", "land"),
                    ColumnRule.of("state", "region")
                            .converter("region")
                            .parameter("country", "US")
                            .parameter("countryColumn", "land"))
            .unknownColumns(Mapping.UnknownColumns.REFUSE)
            .build();

    private static Mapped map(Map<String, String> cells) {
        return MAPPING.map(MAPPING.submission("form", "1", cells));
    }

    @ParameterizedTest
    @DisplayName("a country is found by its name in the languages that the mapping lists")
    @CsvSource({
        "Deutschland,DE",
        "Vereinigte Arabische Emirate,AE",
        "\u00C9tats-Unis,US",
        "ALEMANIA,DE",
        "Inglaterra,faulty",
        "\u30C9\u30A4\u30C4,DE",
        "Germany,DE",
        "DEU,DE"
    })
    void countriesHaveNamesInManyLanguages(String text, String code) {
        assertThat(COUNTRY.with("languages", "de", "fr", "es", "ja").text(text)).isEqualTo(code);
    }

    @Test
    @DisplayName("a country is found by every name of a listed language, but one of two countries")
    void everyNameOfALanguage() {
        for (String tag : List.of("de", "fr", "es", "pt", "it", "pt-BR", "nl", "pl")) {
            Converting named = COUNTRY.with("languages", tag);
            for (String code : Locale.getISOCountries()) {
                String name = new Locale("", code).getDisplayCountry(Locale.forLanguageTag(tag));
                assertThat(named.text(name)).as(tag + " " + name).isIn(code, FAULTY);
            }
            assertThat(named.text(new Locale("", "AT").getDisplayCountry(Locale.forLanguageTag(tag))))
                    .isEqualTo("AT");
        }
        assertThat(COUNTRY.text("Allemagne")).isEqualTo(FAULTY);
    }

    @Test
    @DisplayName("a name in English counts before one in another language")
    void englishCountsFirst() {
        assertThat(COUNTRY.with("languages", "de").text("Niger")).isEqualTo("NE");
        assertThat(COUNTRY.with("languages", "en").text("Germany")).isEqualTo("DE");
    }

    @Test
    @DisplayName("a language without names on the platform is refused with the mapping")
    void anUnknownLanguageIsRefused() {
        for (String wrong : List.of("xx", "", "german", "qqq")) {
            assertThatThrownBy(() -> COUNTRY.with("languages", "de", wrong).text("x"))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.faults())
                                    .containsExactly(new Fault(
                                            "c.parameters.languages",
                                            "languages in which the platform names countries",
                                            "\"" + wrong + "\"")));
        }
    }

    @ParameterizedTest
    @DisplayName("a region gets its ISO code, of a country without a table only from a code")
    @CsvSource({
        ",California,US-CA",
        "US,ca,US-CA",
        "DE,CA,faulty",
        ",CA,faulty",
        ",FR-BRE,FR-BRE",
        "FR,fr-75c,FR-75C",
        ",FR-AZ0,FR-AZ0",
        ",FR-9,FR-9",
        ",FR-A:,faulty",
        ",FR-A[,faulty",
        "DE,FR-BRE,faulty",
        ",US-ZZ,faulty",
        ",XX-1,faulty",
        ",FR-,faulty",
        ",FR-BRET,faulty",
        ",FR_BRE,faulty",
        ",FR-B/E,faulty",
        ",Bretagne,faulty"
    })
    void regionsGetTheirCode(String country, String text, String code) {
        Converting region = country == null ? REGION : REGION.with("country", country);
        assertThat(region.text(text)).isEqualTo(code);
    }

    @Test
    @DisplayName("a region's country must be one")
    void aRegionsCountryIsChecked() {
        assertThatThrownBy(() -> REGION.with("country", "usa").text("x"))
                .hasMessageContaining("c.parameters.country: must be an ISO country code such as US, was \"usa\"");
    }

    @Test
    @DisplayName("a value map adds regions of other countries")
    void valuesAddRegions() {
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .columns(ColumnRule.of("state", "region").converter("region").values(Map.of("Bretagne", "FR-BRE")))
                .build();

        assertThat(mapping.map(mapping.submission("form", "1", Map.of("state", "BRETAGNE")))
                        .values()
                        .text("region"))
                .contains("FR-BRE");
    }

    @ParameterizedTest
    @DisplayName("phone and region are read in the country that another column names, else in the mapping's")
    @CsvSource({
        "United Kingdom,020 7946 0018,+442079460018,,",
        "gb,020 7946 0018,+442079460018,,",
        ",030 123456,+4930123456,CA,US-CA",
        "Elsewhere,030 123456,+4930123456,CA,US-CA",
        "unknown,030 123456,+4930123456,CA,US-CA",
        "BR,(11) 2345-6789,+551123456789,SC,BR-SC",
        "Canada,(604) 555-0123,+16045550123,BC,CA-BC"
    })
    void theCountryColumnCounts(String land, String tel, String e164, String state, String code) {
        Map<String, String> cells = new HashMap<>(Map.of("tel", tel));
        cells.put("land", land == null ? "" : land);
        cells.put("state", state == null ? "" : state);
        Mapped mapped = map(cells);

        assertThat(mapped.errors()).isEmpty();
        assertThat(mapped.values().text("phone").orElse("")).isEqualTo(e164);
        assertThat(mapped.values().text("region").orElse("")).isEqualTo(code == null ? "" : code);
    }

    @Test
    @DisplayName("the fault of a number or a region names the country in which it was read")
    void theFaultNamesTheCountry() {
        assertThat(map(Map.of("tel", "12", "state", "Texas", "land", "GB")).warnings())
                .extracting(Fault::path, Fault::rule, Fault::value)
                .contains(
                        tuple(
                                "tel",
                                "a phone number as dialled in GB, or one that starts with +",
                                "text of 2 characters"),
                        tuple("state", "a region of GB", "text of 5 characters"));
    }

    @Test
    @DisplayName("a country column that has a rule of its own is told once")
    void anAbsentCountryColumnWithARuleIsToldOnce() {
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .columns(
                        ColumnRule.of("tel", "phone").parameter("countryColumn", "land"),
                        ColumnRule.of("land", "country").converter("country"))
                .build();

        assertThat(mapping.check(List.of("tel"))).extracting(Fault::path).containsExactly("land");
    }

    @Test
    @DisplayName("a country column that the file does not have is told with the header")
    void anAbsentCountryColumnIsTold() {
        assertThat(MAPPING.check(List.of("tel", "state", "land"))).isEmpty();
        assertThat(MAPPING.check(List.of("tel", "state")))
                .extracting(Fault::path)
                .containsExactly("land");
    }
}
