package dev.leadkit.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A region")
final class RegionsTest {

    private static final Regions REGIONS = Regions.standard();

    @Test
    @DisplayName("is in the table for each that ISO 3166-2 has in the seven countries")
    void theTableIsComplete() {
        Map<String, Integer> counts = new TreeMap<>();
        REGIONS.codes().forEach(code -> counts.merge(code.substring(0, 2), 1, Integer::sum));

        assertThat(counts)
                .isEqualTo(Map.of("AT", 9, "AU", 8, "BR", 27, "CA", 13, "CH", 26, "DE", 16, "US", 57))
                .containsOnlyKeys(REGIONS.countries());
    }

    @ParameterizedTest
    @DisplayName("is found by its code, by its name in any spelling, and by half a code in its country")
    @CsvSource({
        "US-CA,,US-CA",
        "us-ca,US,US-CA",
        "CA,US,US-CA",
        "ny,US,US-NY",
        "California,,US-CA",
        "NEW YORK,,US-NY",
        "Washington,,US-WA",
        "Washington D.C.,,US-DC",
        "Bavaria,DE,DE-BY",
        "Bayern,,DE-BY",
        "Baden Wurttemberg,,DE-BW",
        "Z\u00FCrich,,CH-ZH",
        "St Gallen,CH,CH-SG",
        "Wien,,AT-9",
        "9,AT,AT-9",
        "Sao Paulo,,BR-SP",
        "Qu\u00E9bec,,CA-QC",
        "Newfoundland & Labrador,,CA-NL",
        "NSW,AU,AU-NSW"
    })
    void isFound(String text, String country, String code) {
        assertThat(REGIONS.find(text, Optional.ofNullable(country))).contains(code);
    }

    @ParameterizedTest
    @DisplayName("is not found in another country, nor by half a code without a country")
    @CsvSource({"CA,", "9,", "US-CA,CA", "California,MX", "Bavaria,AT", "XX,US", "Atlantis,", "US-ZZ,", "-,US"})
    void isNotFound(String text, String country) {
        assertThat(REGIONS.find(text, Optional.ofNullable(country))).isEmpty();
    }

    @Test
    @DisplayName("has at least one name, and is found by its code, each in its country")
    void everyCodeIsFound() {
        for (String code : REGIONS.codes()) {
            Optional<String> country = Optional.of(code.substring(0, 2));
            assertThat(REGIONS.find(code, Optional.empty())).contains(code);
            assertThat(REGIONS.find(code.substring(3), country)).contains(code);
        }
    }
}
