package dev.leadkit.metrics.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What leads cost and bring, against the formula written down over the list of all leads and costs. */
final class SpendOracleProperties {

    private static final Instant END = Instant.parse("2026-07-10T00:00:00Z");
    private static final Set<Stage> QUALIFIED = Set.of(new Stage("mql"), new Stage("sql"));
    private static final List<String> CURRENCIES = List.of("EUR", "JPY");

    @Provide
    Arbitrary<List<LeadFacts>> leads() {
        return LeadFactsArbitraries.facts().list().ofMaxSize(40);
    }

    private static <R> R result(LeadKpi<R> kpi, List<LeadFacts> leads) {
        return leads.stream().collect(kpi.collector(END));
    }

    /** The row of each lead: its source, the one for all, or nothing. */
    private static Optional<String> row(
            List<Cost> costs, LeadFacts lead, Function<LeadFacts, Optional<FactEvent>> event, int lag) {
        if (lead.captured().isEmpty() || event.apply(lead).isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(event.apply(lead).get().at(), ZoneOffset.UTC)
                .minusDays(lag);
        List<String> sources = new ArrayList<>();
        for (Cost cost : costs) {
            if (!day.isBefore(cost.from()) && day.isBefore(cost.to())) {
                sources.add(cost.source());
            }
        }
        String own = Grouping.bySource().of(lead);
        return sources.contains(own)
                ? Optional.of(own)
                : sources.contains(Cost.UNALLOCATED) ? Optional.of(Cost.UNALLOCATED) : Optional.empty();
    }

    private static List<Cost> in(String currency, Spending spending) {
        return spending.costs().stream()
                .filter(cost -> cost.amount().currency().getCurrencyCode().equals(currency))
                .toList();
    }

    private static BigDecimal sum(List<Cost> costs, Optional<String> source) {
        return costs.stream()
                .filter(cost -> source.isEmpty() || cost.source().equals(source.get()))
                .map(cost -> cost.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void assertMoney(KpiResult figure, BigDecimal spent, long leads) {
        assertThat(figure.basis().numerator()).isEqualByComparingTo(spent);
        assertThat(figure.basis().denominator()).isEqualByComparingTo(BigDecimal.valueOf(leads));
        Optional<BigDecimal> expected = leads == 0
                ? Optional.empty()
                : Optional.of(spent.divide(BigDecimal.valueOf(leads), 6, RoundingMode.HALF_EVEN));
        assertThat(figure.value().number()).isEqualTo(expected);
    }

    private static void assertOracle(
            SortedMap<String, Breakdown<KpiResult>> result,
            Spending spending,
            List<LeadFacts> leads,
            Function<LeadFacts, Optional<String>> row,
            String currency) {
        List<Cost> costs = in(currency, spending);
        List<String> rows = leads.stream().map(row).flatMap(Optional::stream).toList();
        Breakdown<KpiResult> breakdown = result.get(currency);
        assertMoney(breakdown.all(), sum(costs, Optional.empty()), rows.size());
        breakdown
                .groups()
                .forEach((name, figure) -> assertMoney(
                        figure,
                        sum(costs, Optional.of(name)),
                        rows.stream().filter(name::equals).count()));
        assertThat(breakdown.groups().keySet())
                .containsAll(costs.stream().map(Cost::source).toList());
        long everybody = rows.size()
                + breakdown.all().basis().excluded().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        assertThat(everybody).as("counted or left out with a reason").isEqualTo(leads.size());
    }

    private static void assertAll(
            SpendPer kpi,
            Spending spending,
            List<LeadFacts> leads,
            Function<LeadFacts, Optional<FactEvent>> event,
            int lag) {
        for (String currency : CURRENCIES) {
            List<Cost> costs = in(currency, spending);
            assertOracle(result(kpi, leads), spending, leads, lead -> row(costs, lead, event, lag), currency);
        }
    }

    private static Optional<FactEvent> capturedIfConverted(LeadFacts lead) {
        return lead.isConverted() ? lead.captured() : Optional.empty();
    }

    @Property(tries = 150)
    void everyKindOfCostHasTheSameScopeOnBothSides(@ForAll("leads") List<LeadFacts> leads) {
        for (Spending spending : List.of(Spends.SOME, Spends.SHARED)) {
            assertAll(SpendPer.lead(spending), spending, leads, LeadFacts::captured, 0);
            assertAll(SpendPer.customer(spending), spending, leads, LeadFacts::converted, 0);
            assertAll(
                    SpendPer.qualifiedLead(spending, QUALIFIED),
                    spending,
                    leads,
                    lead -> lead.firstReached(QUALIFIED),
                    0);
            assertAll(SpendPer.convertedLead(spending), spending, leads, SpendOracleProperties::capturedIfConverted, 0);
            assertAll(SpendPer.customer(spending).laggedBy(12), spending, leads, LeadFacts::converted, 12);
        }
    }

    @Property(tries = 150)
    void thePaidCostIsThatOfAdvertisingAlone(@ForAll("leads") List<LeadFacts> leads) {
        Spending ads = Spending.of(
                ZoneOffset.UTC,
                Spends.SHARED.costs().stream()
                        .filter(cost -> cost.kind() == Cost.Kind.ADVERTISING)
                        .toList());
        assertThat(ads.costs()).hasSize(2);
        assertAll(SpendPer.customer(Spends.SHARED).paid(), ads, leads, LeadFacts::converted, 0);
    }

    @Property(tries = 150)
    void aConvertedLeadCostsExactlyALeadOverTheConversionRate(@ForAll("leads") List<LeadFacts> leads) {
        var perLead = result(SpendPer.lead(Spends.SHARED), leads);
        var perConverted = result(SpendPer.convertedLead(Spends.SHARED), leads);
        perLead.get("EUR").groups().forEach((source, lead) -> {
            KpiResult converted = perConverted.get("EUR").groups().get(source);
            if (converted != null) {
                long conversions = leads.stream()
                        .filter(LeadFacts::isConverted)
                        .filter(each -> row(in("EUR", Spends.SHARED), each, LeadFacts::captured, 0)
                                .equals(Optional.of(source)))
                        .count();
                assertThat(converted.basis().numerator())
                        .isEqualByComparingTo(lead.basis().numerator());
                assertThat(converted.basis().denominator()).isEqualByComparingTo(BigDecimal.valueOf(conversions));
            }
        });
    }

    @Property(tries = 150)
    void theConversionCostIsTheCostOfWorkFromCaptureToConversion(@ForAll("leads") List<LeadFacts> leads) {
        List<LeadFacts> dated =
                leads.stream().filter(lead -> lead.captured().isPresent()).toList();
        long conversions = dated.stream().filter(LeadFacts::isConverted).count();
        var result = result(new ConversionCost(), leads);
        for (String currency : CURRENCIES) {
            BigDecimal all = work(dated, currency);
            BigDecimal won = work(dated.stream().filter(LeadFacts::isConverted).toList(), currency);
            ConversionCost.Costs costs = result.get(currency);
            if (costs == null) {
                assertThat(all).isEqualByComparingTo("0");
            } else {
                assertMoney(costs.perConversion(), all, conversions);
                assertMoney(costs.wonLeadDirect(), won, conversions);
            }
        }
    }

    private static BigDecimal work(List<LeadFacts> leads, String currency) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LeadFacts lead : leads) {
            Instant from = lead.captured().orElseThrow().at();
            Instant to = lead.converted().map(FactEvent::at).orElse(Instant.MAX);
            for (FactEvent event : lead.events()) {
                if (event.what() instanceof Occurrence.Worked worked
                        && !event.at().isBefore(from)
                        && !event.at().isAfter(to)) {
                    sum = sum.add(worked.cost()
                            .filter(cost -> cost.currency().getCurrencyCode().equals(currency))
                            .map(Money::amount)
                            .orElse(BigDecimal.ZERO));
                }
            }
        }
        return sum;
    }

    @Property(tries = 150)
    void returnsAreTheRevenueOfTheSourceOverItsSpend(@ForAll("leads") List<LeadFacts> leads) {
        BigDecimal margin = new BigDecimal("0.35");
        var result = result(MarketingReturn.of(Spends.SHARED, margin), leads);
        for (String currency : CURRENCIES) {
            List<Cost> costs = in(currency, Spends.SHARED);
            result.get(currency).groups().forEach((source, returns) -> {
                BigDecimal revenue = leads.stream()
                        .filter(lead -> row(costs, lead, SpendOracleProperties::capturedIfConverted, 0)
                                .equals(Optional.of(source)))
                        .flatMap(lead -> won(lead).stream())
                        .filter(money -> money.currency().getCurrencyCode().equals(currency))
                        .map(Money::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal spent = sum(costs, Optional.of(source));
                assertThat(returns.roas().basis().numerator()).isEqualByComparingTo(revenue);
                assertThat(returns.roas().basis().denominator()).isEqualByComparingTo(spent);
                assertThat(returns.romi().basis().numerator())
                        .isEqualByComparingTo(revenue.multiply(margin).subtract(spent));
            });
            long everybody = result.get(currency).all().roas().basis().excluded().values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    + leads.stream()
                            .filter(lead -> row(costs, lead, SpendOracleProperties::capturedIfConverted, 0)
                                    .isPresent())
                            .filter(lead -> won(lead)
                                    .filter(money ->
                                            money.currency().getCurrencyCode().equals(currency))
                                    .isPresent())
                            .count();
            assertThat(everybody).as("counted or left out with a reason").isEqualTo(leads.size());
        }
    }

    private static Optional<Money> won(LeadFacts lead) {
        return lead.converted().flatMap(event -> ((Occurrence.Converted) event.what()).value());
    }
}
