package dev.leadkit.metrics.money;

import static dev.leadkit.metrics.Shown.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.forecast.ObservedToExpected;
import dev.leadkit.metrics.segment.Breakdown;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Small examples of money, counted by hand. */
final class MoneyTest {

    private static final Instant DAY = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-12-31T00:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");

    private static LeadFacts lead(String id, String source, Occurrence... later) {
        FieldValues values =
                FieldValues.builder().set(StandardFields.SOURCE, source).build();
        List<FactEvent> events = new ArrayList<>();
        events.add(new FactEvent("0", DAY, new Occurrence.Submitted(Optional.empty(), values, true)));
        for (int i = 0; i < later.length; i++) {
            events.add(new FactEvent("" + (i + 1), DAY.plus(Duration.ofDays(i + 1)), later[i]));
        }
        return LeadFacts.of(new LeadId(id), events);
    }

    private static Occurrence won(long euros) {
        return new Occurrence.Converted(Optional.empty(), Optional.of(new Money(euros * 100, EUR)));
    }

    private static Occurrence wonSomething() {
        return new Occurrence.Converted(Optional.empty(), Optional.empty());
    }

    private static Occurrence worked(Optional<Long> euros) {
        return new Occurrence.Worked(
                Optional.of(new RepId("ann")), Duration.ofHours(1), euros.map(each -> new Money(each * 100, EUR)));
    }

    private static Spending spending(Cost... costs) {
        return Spending.of(ZoneOffset.UTC, List.of(costs));
    }

    private static Cost march(String source, long euros) {
        return Spends.cost(source, "2026-03-01", "2026-04-01", euros * 100, "EUR");
    }

    private static <R> R result(LeadKpi<R> kpi, LeadFacts... leads) {
        return List.of(leads).stream().collect(kpi.collector(AS_OF));
    }

    @Test
    @DisplayName("What belongs to no source is a row of its own, with the leads that only it covers")
    void unallocated() {
        SpendPer kpi = SpendPer.lead(spending(march("ads", 100), march(Cost.UNALLOCATED, 60)));
        Breakdown<KpiResult> euros = result(kpi, lead("a", "ads"), lead("b", "ads"), lead("c", "friends"))
                .get("EUR");
        assertThat(shown(euros.groups().get("ads"))).isEqualTo("50 EUR");
        assertThat(shown(euros.groups().get(Cost.UNALLOCATED))).isEqualTo("60 EUR");
        assertThat(euros.groups().keySet()).containsExactly(Cost.UNALLOCATED, "ads");
        assertThat(shown(euros.all())).isEqualTo("53.333333 EUR");
        assertThat(euros.all().basis().excluded()).isEmpty();
    }

    @Test
    @DisplayName("Without a cost marked as advertising, the paid cost is undefined, and never 0")
    void nothingIsMarked() {
        SpendPer kpi = SpendPer.customer(spending(march("ads", 100))).paid();
        Breakdown<KpiResult> euros = result(kpi, lead("a", "ads", won(9))).get("EUR");
        assertThat(shown(euros.all())).isEqualTo("no customer in the scope of a cost");
        assertThat(euros.groups().get("ads").basis().excluded()).containsEntry("no cost for the source", 1L);
    }

    @Test
    @DisplayName("Names of the costs tell their parameters")
    void ids() {
        Spending none = spending();
        Set<Stage> stages = Set.of(new Stage("sql"), new Stage("mql"));
        assertThat(SpendPer.lead(none).definition().id()).isEqualTo("lead.cost/1");
        assertThat(SpendPer.qualifiedLead(none, stages).definition().id())
                .isEqualTo("lead.cost.qualified/1?qualified=mql,sql");
        assertThat(SpendPer.convertedLead(none).definition().id()).isEqualTo("lead.cost.converted/1");
        assertThat(SpendPer.customer(none).paid().laggedBy(30).definition().id())
                .isEqualTo("lead.cac.paid/1?lag=30d");
        assertThat(result(SpendPer.customer(spending(march("ads", 100))).laggedBy(30))
                        .get("EUR")
                        .all()
                        .definition()
                        .id())
                .isEqualTo("lead.cac/1?lag=30d&currency=EUR");
        assertThat(SpendPer.customer(none).laggedBy(30).definition().meaning())
                .isEqualTo(
                        "Spend over the leads first converted 30 days after a day that a cost of their source covers.");
        assertThat(MarketingReturn.of(none, new BigDecimal("0.50")).definition().id())
                .isEqualTo("marketing.romi.attributed/1?margin=0.5");
        assertThat(SpendPer.lead(spending(march("ads", 100))).definition().id())
                .matches("lead\\.cost/1\\?scope=[0-9a-f]{16}");
    }

    @Test
    @DisplayName("Wrong parameters are refused")
    void refusals() {
        Spending none = spending();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendPer.qualifiedLead(none, Set.of()))
                .withMessage("qualified must be at least one stage, was none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendPer.lead(none).laggedBy(-1))
                .withMessage("days must be from 0 to 3650, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendPer.lead(none).laggedBy(3_651));
        assertThat(SpendPer.lead(none).laggedBy(3_650).definition().id()).isEqualTo("lead.cost/1?lag=3650d");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketingReturn.of(none, new BigDecimal("1.01")))
                .withMessage("margin must be from 0 to 1, was 1.01");
        assertThatIllegalArgumentException().isThrownBy(() -> MarketingReturn.of(none, new BigDecimal("-0.01")));
        ObservedToExpected month = new ObservedToExpected(Duration.ofDays(30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceEffectiveness(none, month, 0))
                .withMessage("minimum must be at least 1, was 0");
    }

    @Test
    @DisplayName(
            "The conversion cost holds the work on all leads, the direct one that on the winners; later work is not in it")
    void conversionCost() {
        var costs = result(
                        new ConversionCost(),
                        lead("a", "ads", worked(Optional.of(10L)), won(1), worked(Optional.of(99L))),
                        lead("b", "ads", worked(Optional.of(20L)), worked(Optional.empty())),
                        lead("c", "ads", wonSomething()))
                .get("EUR");
        assertThat(shown(costs.perConversion())).isEqualTo("15 EUR");
        assertThat(shown(costs.wonLeadDirect())).isEqualTo("5 EUR");
        assertThat(costs.untold()).isEqualTo(1);
        assertThat(costs.perConversion().definition().id()).isEqualTo("lead.conversion.cost/1?currency=EUR");
        assertThat(costs.wonLeadDirect().definition().id()).isEqualTo("lead.conversion.cost.won/1?currency=EUR");
        assertThat(shown(result(new ConversionCost(), lead("a", "ads", worked(Optional.of(10L))))
                        .get("EUR")
                        .perConversion()))
                .isEqualTo("no dated lead was converted");
        assertThat(result(new ConversionCost(), lead("a", "ads", wonSomething())))
                .isEmpty();
    }

    @Test
    @DisplayName("Acquisition and handling add up: the cost of a cohort's customer is both")
    void cohortCost() {
        LeadFacts[] leads = {
            lead("a", "ads", worked(Optional.of(10L)), won(1)), lead("b", "ads", worked(Optional.of(20L)))
        };
        assertThat(shown(result(SpendPer.convertedLead(spending(march("ads", 70))), leads)
                        .get("EUR")
                        .all()))
                .isEqualTo("70 EUR");
        assertThat(shown(result(new ConversionCost(), leads).get("EUR").perConversion()))
                .isEqualTo("30 EUR");
    }

    @Test
    @DisplayName("Returns: four for one is 3 gained of each, times the margin; no margin, no value, no spend are told")
    void returns() {
        Spending ads = spending(march("ads", 100), march("mail", 0), march("fair", 50), march("radio", 8));
        var euros = result(
                        MarketingReturn.of(ads, new BigDecimal("0.5")),
                        lead("a", "ads", won(300)),
                        lead("b", "ads", won(100)),
                        lead("c", "mail", won(70)),
                        lead("d", "fair", wonSomething()),
                        lead("e", "friends", won(1_000)))
                .get("EUR");
        assertThat(shown(euros.groups().get("ads").roas())).isEqualTo("4 number");
        assertThat(shown(euros.groups().get("ads").romi())).isEqualTo("1 share");
        assertThat(shown(euros.groups().get("mail").roas())).isEqualTo("nothing was spent");
        assertThat(shown(euros.groups().get("fair").roas())).isEqualTo("no converted lead has a value");
        assertThat(shown(euros.groups().get("fair").romi())).isEqualTo("no converted lead has a value");
        assertThat(shown(euros.groups().get("radio").romi())).isEqualTo("-1 share");
        assertThat(euros.groups().get("friends").roas().basis().excluded())
                .containsEntry("not in the scope of a cost", 1L);
        assertThat(euros.groups().get("ads").roas().definition().id()).isEqualTo("marketing.roas/1?currency=EUR");
        var plain = result(MarketingReturn.of(ads), lead("a", "ads", won(300))).get("EUR");
        assertThat(shown(plain.groups().get("ads").roas())).isEqualTo("3 number");
        assertThat(shown(plain.groups().get("ads").romi())).isEqualTo("no margin was given");
        assertThat(plain.all().romi().definition().id()).isEqualTo("marketing.romi.attributed/1?currency=EUR");
    }

    @Test
    @DisplayName(
            "A source has its rate, its costs and its value; with few leads it has none, and what was not told is no 0")
    void sources() {
        Spending ads = spending(march("ads", 90), march(Cost.UNALLOCATED, 10));
        SourceEffectiveness kpi = new SourceEffectiveness(ads, new ObservedToExpected(Duration.ofDays(30)), 2);
        Breakdown<SourceRow> result = result(
                kpi, lead("a", "ads", won(30)), lead("b", "ads"), lead("c", "ads"), lead("d", "fair", wonSomething()));
        SourceRow row = result.groups().get("ads");
        assertThat(shown(row.conversion())).isEqualTo("0.333333 share");
        assertThat(row.conversion().interval()).isPresent();
        assertThat(shown(row.money().get("EUR").costPerLead())).isEqualTo("30 EUR");
        assertThat(shown(row.money().get("EUR").costPerConversion())).isEqualTo("90 EUR");
        assertThat(shown(row.money().get("EUR").valuePerLead())).isEqualTo("10 EUR");
        assertThat(shown(row.observedToExpected())).isEqualTo("no matured lead with a chance");
        SourceRow few = result.groups().get("fair");
        assertThat(shown(few.conversion())).isEqualTo("fewer than 2 leads");
        assertThat(few.conversion().basis().denominator()).isEqualByComparingTo("1");
        SourceRow shared = result.groups().get(Cost.UNALLOCATED);
        assertThat(shown(shared.money().get("EUR").costPerLead())).isEqualTo("10 EUR");
        assertThat(shown(result.all().conversion())).isEqualTo("0.5 share");
        assertThat(shown(result.all().money().get("EUR").costPerConversion())).isEqualTo("50 EUR");
        Breakdown<SourceRow> untold = result(kpi, lead("a", "ads", wonSomething()), lead("b", "ads"));
        assertThat(shown(untold.groups().get("ads").money().get("EUR").valuePerLead()))
                .isEqualTo("no conversion has a value");
        Breakdown<SourceRow> lost = result(kpi, lead("a", "ads"), lead("b", "ads"));
        assertThat(shown(lost.groups().get("ads").money().get("EUR").valuePerLead()))
                .isEqualTo("0 EUR");
    }

    @Test
    @DisplayName("A lead's part in a cost can be explained")
    void explained() {
        Explanation why = Explanation.of(
                SpendPer.customer(spending(march("ads", 100))), lead("a", "ads", new Occurrence.Responded(), won(9)));
        assertThat(why.cells())
                .containsExactly(new Explanation.Cell(List.of("EUR", "ads"), "in the scope of a cost", 0, 1));
        assertThat(why.evidence()).extracting(FactEvent::id).containsExactly("0", "2");
        Explanation work = Explanation.of(new ConversionCost(), lead("a", "ads", worked(Optional.of(10L)), won(9)));
        assertThat(work.cells())
                .contains(
                        new Explanation.Cell(List.of("EUR"), "cost of work in minor units", 0, 1_000),
                        new Explanation.Cell(List.of(), "converted", 0, 1));
    }

    @Test
    @DisplayName("Spending is equal by its costs, their kind among them")
    void equality() {
        Cost plain = march("ads", 1);
        Cost ad = Spends.ad("ads", "2026-03-01", "2026-04-01", 100, "EUR");
        assertThat(spending(plain, ad)).isEqualTo(spending(ad, plain)).hasSameHashCodeAs(spending(ad, plain));
        assertThat(spending(plain)).isNotEqualTo(spending(ad));
        assertThat(spending(plain, ad).advertising()).isEqualTo(spending(ad));
    }
}
