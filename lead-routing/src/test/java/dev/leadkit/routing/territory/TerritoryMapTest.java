package dev.leadkit.routing.territory;

import static dev.leadkit.condition.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A map of territories")
final class TerritoryMapTest {

    private static final Criteria DE = Criteria.any().country("DE");

    /** Fulfils whatever the tests here ask. */
    private static final Facts LEAD = Facts.of(
            Lead.builder(new LeadId("lead"))
                    .set(StandardFields.COUNTRY, "DE")
                    .set(StandardFields.REGION, "DE-BY")
                    .set(StandardFields.POSTAL_CODE, "80331")
                    .set(StandardFields.COMPANY, "Acme")
                    .set(StandardFields.EMAIL, new EmailAddress("jo@acme.com"))
                    .set(StandardFields.SOURCE, "fair")
                    .set(StandardFields.CITY, "Ulm")
                    .set(Oracle.INDUSTRY, "it")
                    .set(Oracle.SIZE, BigDecimal.valueOf(50))
                    .build(),
            RandomMarket.NOW);

    private static TerritoryExplanation explained(Territory... territories) {
        TerritoryMap map =
                TerritoryMap.of(RandomMarket.builder(Arrays.asList(territories)).build());
        return map.explain(LEAD);
    }

    /** Why a territory with some criteria is before one with others that stands before it in the plan. */
    private static String why(Criteria weaker, Criteria stronger) {
        TerritoryExplanation explained = explained(
                Territory.of("weak").where(weaker), Territory.of("strong").where(stronger));
        assertThat(explained.territory()).contains("strong");
        return explained.reason();
    }

    @Test
    @DisplayName("says which of the rules of precedence decided, each where all before it are equal")
    void reasons() {
        Criteria byRegion = DE.region("DE-BY");
        assertThat(why(DE.postalCode("80331"), Criteria.any().company("Acme")))
                .isEqualTo("it names the account, before weak");
        assertThat(why(byRegion, DE.postalCode("8*"))).isEqualTo("it names postal codes, before weak");
        assertThat(why(DE.postalCode("8*"), DE.postalCode("80*"))).isEqualTo("its postal codes are fewer, before weak");
        assertThat(why(DE.industry("it"), Criteria.any().region("DE-BY")))
                .isEqualTo("it names the region, before weak");
        assertThat(why(Criteria.any().industry("it"), DE)).isEqualTo("it names the country, before weak");
        assertThat(why(DE.size(50, 50), DE.industry("it"))).isEqualTo("it names the industry, before weak");
        assertThat(why(DE.source("fair"), DE.size(1, 99))).isEqualTo("it names the size, before weak");
        assertThat(why(DE.size(1, 99), DE.size(2, 99))).isEqualTo("its sizes are fewer, before weak");
        assertThat(why(DE.size(1, Long.MAX_VALUE), DE.size(1, 1_000_000)))
                .isEqualTo("its sizes are fewer, before weak");
        assertThat(why(DE.when(field(StandardFields.CITY).isPresent()), DE.source("fair")))
                .isEqualTo("it names the source, before weak");
        assertThat(why(DE, DE.when(field(StandardFields.CITY).isPresent())))
                .isEqualTo("it has a condition, before weak");
    }

    @Test
    @DisplayName("says that a priority, the depth or the place in the plan decided")
    void otherReasons() {
        assertThat(explained(
                                Territory.of("weak")
                                        .where(DE.postalCode("80331"))
                                        .priority(1),
                                Territory.of("strong").where(DE).priority(2))
                        .reason())
                .isEqualTo("priority 2 is higher than 1, before weak");
        assertThat(explained(
                                Territory.of("around").where(DE),
                                Territory.of("in").within("around").entry(DE))
                        .reason())
                .isEqualTo("it is further in, before around");
        assertThat(explained(
                                Territory.of("first").where(Criteria.any().company("Acme")),
                                Territory.of("second").where(Criteria.any().domain("acme.com")))
                        .reason())
                .isEqualTo("it stands first in the plan, before second");
        assertThat(explained(Territory.of("only").where(DE)).reason()).isEqualTo("it is the only one");
        assertThat(explained(Territory.of("other").where(Criteria.any().country("AT"))))
                .isEqualTo(new TerritoryExplanation(Optional.empty(), "no entry takes the lead", List.of()));
    }

    @Test
    @DisplayName("says where in the plan an entry stands, wherever that was read from")
    void paths() {
        TerritoryPlan plan = TerritoryPlan.builder()
                .territory(Territory.of("other").where(Criteria.any().country("AT")))
                .at("$.plans[3].territories[7]")
                .territory(Territory.of("north")
                        .priority(4)
                        .entry(Criteria.any().source("fair"), 5)
                        .entry(DE.postalCode("9*", "8*"), 6))
                .at("$.elsewhere")
                .territory(Territory.of("rest").where(DE))
                .build();

        assertThat(TerritoryMap.of(plan).explain(LEAD).matches())
                .containsExactly(
                        new TerritoryExplanation.Match("north", "$.territories[1].entries[1]", 6, Optional.of("8*")),
                        new TerritoryExplanation.Match("north", "$.territories[1].entries[0]", 5, Optional.empty()),
                        new TerritoryExplanation.Match("rest", "$.territories[2]", 0, Optional.empty()));
    }

    @Test
    @DisplayName("knows its territories by number, and what each is within")
    void numbers() {
        TerritoryMap map = TerritoryMap.of(RandomMarket.builder(List.of(
                        Territory.of("a").where(DE),
                        Territory.of("b").within("a").exclusively().entry(DE.source("x")),
                        Territory.of("c").within("b").entry(DE.source("y"))))
                .build());
        assertThat(map.size()).isEqualTo(3);
        assertThat(map).hasToString("TerritoryMap[3 territories]");
        assertThat(map.id(2)).isEqualTo("c");
        assertThat(map.number("c")).isEqualTo(2);
        assertThat(map.number("d")).isEqualTo(TerritoryMap.NONE);
        assertThat(map.parent(2)).isEqualTo(1);
        assertThat(map.parent(0)).isEqualTo(TerritoryMap.NONE);
        assertThat(map.serves(1, 2)).isTrue();
        assertThat(map.serves(0, 2)).isFalse();
        assertThat(map.serves(2, 1)).isFalse();
    }

    @Test
    @DisplayName("is made of a plan that has all that was put into it")
    void plan() {
        TerritoryPlan plan = TerritoryPlan.builder()
                .territory(Territory.of("a").where(DE))
                .coverage(DE)
                .build();
        assertThat(plan.coverage()).containsExactly(DE);
        assertThat(plan.fields()).isEqualTo(TerritoryFields.standard());
        assertThat(plan).hasToString("TerritoryPlan[1 territories]");
        assertThat(plan)
                .isNotEqualTo(TerritoryPlan.builder()
                        .territory(Territory.of("a").where(DE))
                        .build())
                .isNotEqualTo(TerritoryPlan.EMPTY);
        assertThat(TerritoryPlan.builder().isEmpty()).isTrue();
        assertThat(TerritoryPlan.builder().territory(Territory.of("a")).isEmpty())
                .isFalse();
        assertThat(plan.warnings()).isEmpty();
        assertThat(RandomMarket.builder(List.of(Territory.of("empty"))).build().warnings())
                .extracting(Object::toString)
                .containsExactly("$.territories[0]: must be with criteria, entries or territories within it, was empty."
                        + " No lead falls into it.");
    }
}
