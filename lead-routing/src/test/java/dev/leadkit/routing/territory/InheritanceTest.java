package dev.leadkit.routing.territory;

import static dev.leadkit.condition.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Conditions;
import dev.leadkit.condition.Facts;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A territory within another")
final class InheritanceTest {

    private static final Criteria DE = Criteria.any().country("DE");

    private static List<String> faults(Territory... territories) {
        return RandomMarket.builder(Arrays.asList(territories)).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    /** The codes of those that are asked about that the innermost territory takes. */
    private static List<String> taken(Criteria above, Criteria entry, String... codes) {
        TerritoryMap map = TerritoryMap.of(RandomMarket.builder(List.of(
                        Territory.of("above").where(above),
                        Territory.of("within").within("above").priority(1).entry(entry)))
                .build());
        return Arrays.stream(codes)
                .filter(code -> map.finder().find(lead(code)) == map.number("within"))
                .toList();
    }

    private static Facts lead(String code) {
        return Facts.of(
                Lead.builder(new LeadId("x"))
                        .set(StandardFields.COUNTRY, "DE")
                        .set(StandardFields.POSTAL_CODE, code)
                        .build(),
                RandomMarket.NOW);
    }

    @Test
    @DisplayName("takes the codes of its own that lie in those above, to the code")
    void postal() {
        Criteria above = DE.postalCode("30*", "50000..50999", "10000..10500", "20*", "20500..22000", "23000");

        assertThat(taken(
                        above,
                        Criteria.any().postalCode("10500..30500"),
                        "10499",
                        "10500",
                        "10501",
                        "19999",
                        "20000",
                        "20400",
                        "21000",
                        "22000",
                        "22001",
                        "23000",
                        "23001",
                        "30000",
                        "30500",
                        "30501"))
                .as("those outside of all are of neither")
                .containsExactly("10500", "20000", "20400", "21000", "22000", "23000", "30000", "30500");
    }

    @Test
    @DisplayName("takes what it asks, and what is asked above of all else")
    void conditions() {
        Condition city = field(StandardFields.CITY).isPresent();
        Condition job = field(StandardFields.JOB_TITLE).is("CEO");
        TerritoryMap map = TerritoryMap.of(RandomMarket.builder(List.of(
                        Territory.of("above").where(DE.when(city)),
                        Territory.of("within")
                                .within("above")
                                .where(Criteria.any().when(job)),
                        Territory.of("plain")
                                .within("above")
                                .where(Criteria.any().source("fair"))))
                .build());
        Lead.Builder lead = Lead.builder(new LeadId("x")).set(StandardFields.COUNTRY, "DE");

        assertThat(map.finder()
                        .find(Facts.of(lead.set(StandardFields.JOB_TITLE, "CEO").build(), RandomMarket.NOW)))
                .as("without a city")
                .isEqualTo(TerritoryMap.NONE);
        lead.set(StandardFields.CITY, "Ulm");
        assertThat(map.id(map.finder().find(Facts.of(lead.build(), RandomMarket.NOW))))
                .isEqualTo("within");
        assertThat(map.id(map.finder()
                        .find(Facts.of(lead.set(StandardFields.JOB_TITLE, "CFO").build(), RandomMarket.NOW))))
                .isEqualTo("above");
    }

    @Test
    @DisplayName("is refused if its conditions and those above are too deep together")
    void tooDeep() {
        Condition deep = Conditions.always();
        while (true) {
            try {
                deep = Conditions.not(deep);
            } catch (IllegalArgumentException e) {
                break;
            }
        }
        assertThat(faults(
                        Territory.of("above").where(DE.when(deep)),
                        Territory.of("within")
                                .within("above")
                                .where(Criteria.any().when(deep))))
                .containsExactly("$.territories[1].when: must be nested at most " + Condition.DEEPEST
                        + " deep, was deeper. Together with what it inherits no lead can fulfil it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AZ", "ZA", "az"})
    @DisplayName("may be of any country of two letters")
    void country(String code) {
        assertThat(faults(Territory.of("a").where(Criteria.any().country(code))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@A", "A@", "[A", "A[", "A", "AAA", "1A"})
    @DisplayName("is of no country of other signs")
    void noCountry(String code) {
        assertThat(faults(Territory.of("a").where(Criteria.any().country("DE", code))))
                .containsExactly("$.territories[0].country: must be an ISO 3166-1 alpha-2 code, was \"" + code
                        + "\". Such as \"DE\".");
    }

    @Test
    @DisplayName("has the sizes that both allow, ends included")
    void sizes() {
        Territory above = Territory.of("above").where(DE.size(10, 20));
        assertThat(faults(
                        above,
                        Territory.of("a").within("above").where(Criteria.any().size(20, 30))))
                .isEmpty();
        assertThat(faults(
                        above,
                        Territory.of("a").within("above").where(Criteria.any().size(1, 10))))
                .isEmpty();
        assertThat(faults(
                        above,
                        Territory.of("a").within("above").where(Criteria.any().size(21, 30))))
                .hasSize(1);
        assertThat(faults(Territory.of("a").where(DE.size(5, 5)))).isEmpty();
        assertThat(new SizeSpan(Long.MIN_VALUE, Long.MAX_VALUE)).hasToString("any");
        assertThat(new SizeSpan(5, Long.MAX_VALUE)).hasToString("5 or more");
        assertThat(new SizeSpan(Long.MIN_VALUE, 5)).hasToString("5 or less");
        assertThat(new SizeSpan(4, 5)).hasToString("4 to 5");
    }

    @Test
    @DisplayName("asks nothing that is blank, and keeps all that it was told to ask")
    void criteria() {
        Criteria all = Criteria.any()
                .country("de")
                .country("AT")
                .region("DE-BY")
                .region("DE-BW")
                .postalCode("8*")
                .postalCode("9*")
                .industry("it")
                .industry("law")
                .source("fair")
                .source("web")
                .company("Acme")
                .company("Beta")
                .domain("ACME.com")
                .domain("beta.com")
                .size(1, 9);
        assertThat(all.countries()).containsExactly("DE", "AT");
        assertThat(all.regions()).containsExactly("DE-BY", "DE-BW");
        assertThat(all.postalCodes()).extracting(PostalSpan::text).containsExactly("8*", "9*");
        assertThat(all.industries()).containsExactly("it", "law");
        assertThat(all.sources()).containsExactly("fair", "web");
        assertThat(all.companies()).containsExactly("Acme", "Beta");
        assertThat(all.domains()).containsExactly("acme.com", "beta.com");
        assertThat(all.size()).contains(new SizeSpan(1, 9));
        assertThat(all.isEmpty()).isFalse();
        assertThat(Criteria.any().isEmpty()).isTrue();
        assertThat(Criteria.any().size(Long.MIN_VALUE, Long.MAX_VALUE).isEmpty())
                .isTrue();
        for (Criteria one : List.of(
                Criteria.any().country("DE"),
                Criteria.any().region("x"),
                Criteria.any().postalCode("8*"),
                Criteria.any().industry("x"),
                Criteria.any().size(1, 9),
                Criteria.any().source("x"),
                Criteria.any().company("x"),
                Criteria.any().domain("x"),
                Criteria.any().when(Conditions.always()))) {
            assertThat(one.isEmpty()).isFalse();
        }
        assertThatThrownBy(() -> Criteria.any().source(" ")).hasMessage("criterion must be a text, was blank");
        assertThatThrownBy(() -> Criteria.any().domain("")).hasMessage("criterion must be a text, was blank");
    }
}
