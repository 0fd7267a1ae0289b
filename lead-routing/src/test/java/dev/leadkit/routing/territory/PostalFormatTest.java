package dev.leadkit.routing.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Postal codes")
final class PostalFormatTest {

    private static boolean takes(String country, String span, String code) {
        TerritoryPlan plan = TerritoryPlan.builder()
                .territory(
                        Territory.of("a").where(Criteria.any().country(country).postalCode(span)))
                .build();
        Lead lead = Lead.builder(new LeadId("x"))
                .set(StandardFields.COUNTRY, country)
                .set(StandardFields.POSTAL_CODE, code)
                .build();
        return TerritoryMap.of(plan).finder().find(Facts.of(lead, RandomMarket.NOW)) == 0;
    }

    @ParameterizedTest(name = "{0}: {1} takes {2}")
    @CsvSource({
        "DE, 80*, 80331",
        "DE, 80*, D-80331",
        "DE, 80000..80999, 80 331",
        "DE, 01067, 1067",
        "US, 12345, 12345-6789",
        "US, 123*, 123456789",
        "US, 02138, 2138",
        "BR, 01000..19999, 01310-100",
        "BR, 01310100, 1310100",
        "GB, E1, e1 6an",
        "GB, E1*, E16 1AA",
        "GB, SW1A1AA, sw1a 1aa",
        "GB, EC1A..EC2Z, EC2A 4BX",
        "GB, E16AA..E16ZZ, E1 6AN",
        "GB, E16AA..E16ZZ, E1 6ZZ",
        "GB, E1..E9, E16 1AA",
        "CA, K1A*, k1a-0b1",
        "NL, 1011*, 1011 AB",
        "IE, D02*, D02 X285",
        "XX, 12*, 12-345"
    })
    void taken(String country, String span, String code) {
        assertThat(takes(country, span, code)).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1} does not take {2}")
    @CsvSource({
        "DE, 80*, 8033",
        "DE, 80*, 803311",
        "DE, 80000..80999, 81000",
        "DE, 80*, 80x31",
        "US, 12345, 12346-0001",
        "BR, 01000..19999, 20000-000",
        "GB, E1, E16 1AA",
        "GB, SW1A1AA, SW1A 1AB",
        "GB, EC1A..EC2Z, EC3A 1AA",
        "GB, E16AA..E16ZZ, E16 1AA",
        "GB, E16AA..E16ZZ, E1 7AA",
        "CA, K1A*, K1B 0B1"
    })
    void notTaken(String country, String span, String code) {
        assertThat(takes(country, span, code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"''", "80;81", "80**", "..80", "80..", "1..2..3", "1234567890123"})
    @DisplayName("that are none are refused")
    void refused(String text) {
        assertThatThrownBy(() -> new PostalSpan(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postal codes must be like");
    }

    @Test
    @DisplayName("are kept in capitals without blanks and hyphens")
    void kept() {
        assertThat(new PostalSpan("ec1a 1-bb").text()).isEqualTo("EC1A1BB");
        assertThat(new PostalSpan("01310-000 .. 01310-999")).hasToString("01310000..01310999");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"DE, 01067", "US, 12345", "CA, K1A0B1", "GB, SW1A1AA", "GB, E16AN", "IE, D02X285", "XX, 9Z0A"})
    @DisplayName("A number is told as the code that it came from")
    void told(String country, String code) {
        PostalFormat format = PostalFormat.of(country);
        assertThat(format.text(format.firstOf(code))).isEqualTo(code);
        assertThat(format.text(format.read(code))).isEqualTo(code);
    }

    @Test
    @DisplayName("The beginning of codes is told as it was written")
    void beginnings() {
        assertThat(PostalFormat.of("CA").text(PostalFormat.of("CA").first("K1")))
                .isEqualTo("K1");
        assertThat(PostalFormat.of("DE").text(PostalFormat.of("DE").first("01")))
                .isEqualTo("01000");
        assertThat(PostalFormat.of("DE").text(PostalFormat.of("DE").last("01"))).isEqualTo("01999");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"DE, 80331123456789", "DE, 8#331", "US, 1", "GB, SW1A_1AA", "CA, K1A0B1K1A0B1K1A0B1", "IE, -"})
    @DisplayName("What cannot be a code of the country has no number")
    void unread(String country, String text) {
        assertThat(PostalFormat.of(country).read(text)).isEqualTo(PostalFormat.NONE);
    }

    @Test
    @DisplayName("Spans are ordered by their text, and their codes have up to twelve letters and digits")
    void spans() {
        assertThat(new PostalSpan("80*")).isLessThan(new PostalSpan("81*")).isGreaterThan(new PostalSpan("8*"));
        assertThat(new PostalSpan("80*")).isEqualByComparingTo(new PostalSpan("8 0 *"));
        assertThat(new PostalSpan("123456789012").text()).isEqualTo("123456789012");
        assertThatThrownBy(() -> new PostalSpan("1234567890123")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PostalSpan("..81999")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PostalSpan("80000..")).isInstanceOf(IllegalArgumentException.class);
    }
}
