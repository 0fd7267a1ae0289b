package dev.leadkit.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is expected, against the formulas in floating point over the list of all leads. */
final class ForecastOracleProperties {

    private static final Set<Stage> OPPORTUNITY = Set.copyOf(LeadFactsArbitraries.STAGES);

    @Provide
    Arbitrary<List<LeadFacts>> leads() {
        return LeadFactsArbitraries.facts().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return LeadFactsArbitraries.instants();
    }

    private static <R> R result(LeadKpi<R> kpi, List<LeadFacts> leads, Instant asOf) {
        return leads.stream().collect(kpi.collector(asOf));
    }

    private static Optional<Double> latest(LeadFacts lead) {
        return lead.events().stream()
                .map(FactEvent::what)
                .filter(Occurrence.Scored.class::isInstance)
                .flatMap(what -> ((Occurrence.Scored) what).probability().stream())
                .reduce((first, second) -> second)
                .map(BigDecimal::doubleValue);
    }

    private static List<LeadFacts> open(List<LeadFacts> leads) {
        return leads.stream()
                .filter(lead -> !lead.isConverted() && lead.lost().isEmpty())
                .toList();
    }

    private static void assertFigure(KpiResult figure, double mean, double variance, long leads) {
        assertThat(figure.basis().denominator()).isEqualByComparingTo(BigDecimal.valueOf(leads));
        assertThat(figure.basis().numerator().doubleValue()).isCloseTo(mean, within(1e-7));
        if (leads == 0) {
            assertThat(figure.value()).isInstanceOf(KpiValue.Undefined.class);
            return;
        }
        assertThat(figure.value().number().orElseThrow().doubleValue()).isCloseTo(mean, within(1e-5));
        Interval interval = figure.interval().orElseThrow();
        double reach = 1.959963984540054 * Math.sqrt(Math.max(0, variance));
        assertThat(interval.high().doubleValue() - interval.low().doubleValue()).isLessThanOrEqualTo(2 * reach + 1e-5);
        assertThat(figure.interval().orElseThrow().low().doubleValue()).isGreaterThanOrEqualTo(mean - reach - 1e-5);
    }

    @Property(tries = 200)
    void theForecastIsTheSumOfTheLatestChancesOfOpenLeads(@ForAll("leads") List<LeadFacts> leads) {
        List<LeadFacts> told =
                open(leads).stream().filter(lead -> latest(lead).isPresent()).toList();
        Forecast.Outlook outlook = result(new Forecast(), leads, LeadFactsArbitraries.START);
        double mean =
                told.stream().mapToDouble(lead -> latest(lead).orElseThrow()).sum();
        double variance = told.stream()
                .mapToDouble(
                        lead -> latest(lead).orElseThrow() * (1 - latest(lead).orElseThrow()))
                .sum();
        assertFigure(outlook.conversions(), mean, variance, told.size());
        if (!told.isEmpty()) {
            Interval interval = outlook.conversions().interval().orElseThrow();
            double reach = 1.959963984540054 * Math.sqrt(variance);
            assertThat(interval.low().doubleValue()).isCloseTo(Math.max(0, mean - reach), within(1e-5));
            assertThat(interval.high().doubleValue()).isCloseTo(Math.min(told.size(), mean + reach), within(1e-5));
        }
        long everybody = told.size()
                + outlook.conversions().basis().excluded().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        assertThat(everybody).isEqualTo(leads.size());
    }

    @Property(tries = 200)
    void theRevenueIsTheSumOfChancesTimesValues(@ForAll("leads") List<LeadFacts> leads) {
        Forecast.Outlook outlook = result(new Forecast(), leads, LeadFactsArbitraries.START);
        outlook.revenue().forEach((currency, figure) -> {
            double mean = 0;
            double variance = 0;
            long valued = 0;
            for (LeadFacts lead : open(leads)) {
                Optional<Money> value = lead.value()
                        .filter(money -> money.currency().getCurrencyCode().equals(currency));
                if (value.isPresent() && latest(lead).isPresent()) {
                    double chance = latest(lead).get();
                    double amount = value.get().amount().doubleValue();
                    mean += chance * amount;
                    variance += amount * amount * chance * (1 - chance);
                    valued++;
                }
            }
            assertFigure(figure, mean, variance, valued);
            double reach = 1.959963984540054 * Math.sqrt(variance);
            Interval interval = figure.interval().orElseThrow();
            assertThat(interval.low().doubleValue()).isCloseTo(mean - reach, within(1e-4));
            assertThat(interval.high().doubleValue()).isCloseTo(mean + reach, within(1e-4));
            long everybody = valued
                    + figure.basis().excluded().values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            assertThat(everybody).isEqualTo(leads.size());
        });
    }

    @Property(tries = 200)
    void observedToExpectedIsOfMaturedLeadsOnly(
            @ForAll("leads") List<LeadFacts> leads, @ForAll("instants") Instant asOf) {
        Duration horizon = Duration.ofDays(30);
        Instant midnight = LocalDate.ofInstant(asOf, ZoneOffset.UTC)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        List<LeadFacts> matured = leads.stream()
                .filter(lead -> lead.captured().isPresent()
                        && lead.decisionProbability().isPresent())
                .filter(lead -> !lead.captured().get().at().plus(horizon).isAfter(midnight))
                .filter(lead -> lead.converted().isEmpty()
                        || !lead.converted()
                                .get()
                                .at()
                                .isBefore(lead.captured().get().at()))
                .toList();
        long observed = matured.stream()
                .filter(lead -> lead.converted().isPresent()
                        && !lead.converted()
                                .get()
                                .at()
                                .isAfter(lead.captured().get().at().plus(horizon)))
                .count();
        BigDecimal expected = matured.stream()
                .map(lead -> lead.decisionProbability().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        KpiResult figure = result(new ObservedToExpected(horizon), leads, asOf);
        assertThat(figure.basis().numerator()).isEqualByComparingTo(BigDecimal.valueOf(observed));
        assertThat(figure.basis().denominator()).isEqualByComparingTo(expected);
        if (expected.signum() > 0) {
            assertThat(figure.value().number())
                    .contains(BigDecimal.valueOf(observed).divide(expected, 6, RoundingMode.HALF_EVEN));
            double scale = matured.size() / expected.doubleValue();
            Interval wilson =
                    new Proportion(observed, matured.size()).wilson95().orElseThrow();
            assertThat(figure.interval().orElseThrow().low().doubleValue())
                    .isCloseTo(wilson.low().doubleValue() * scale, within(1e-5));
            assertThat(figure.interval().orElseThrow().high().doubleValue())
                    .isCloseTo(wilson.high().doubleValue() * scale, within(1e-5));
        } else {
            assertThat(figure.interval()).isEmpty();
        }
        long everybody = matured.size()
                + figure.basis().excluded().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        assertThat(everybody).isEqualTo(leads.size());
    }

    @Property(tries = 200)
    void velocityIsOpenTimesWinRateTimesMeanValueOverCycle(
            @ForAll("leads") List<LeadFacts> leads, @ForAll("instants") Instant asOf) {
        int days = 60;
        Pace pace = result(new PipelineVelocity(OPPORTUNITY, days, ZoneOffset.UTC), leads, asOf);
        List<LeadFacts> opportunities = leads.stream()
                .filter(lead -> lead.captured().isPresent()
                        && lead.firstReached(OPPORTUNITY).isPresent())
                .toList();
        List<LeadFacts> won = opportunities.stream()
                .filter(LeadFacts::isConverted)
                .filter(lead -> seconds(lead) >= 0)
                .filter(lead -> in(lead.converted().get(), asOf, days))
                .toList();
        long lost = opportunities.stream()
                .filter(lead -> !lead.isConverted() && lead.lost().isPresent())
                .filter(lead -> in(lead.lost().get(), asOf, days))
                .count();
        assertThat(pace.winRate().basis().numerator()).isEqualByComparingTo(BigDecimal.valueOf(won.size()));
        assertThat(pace.winRate().basis().denominator()).isEqualByComparingTo(BigDecimal.valueOf(won.size() + lost));
        double cycle = won.stream()
                .mapToDouble(lead -> seconds(lead) / 86_400.0)
                .average()
                .orElse(0);
        pace.flows().forEach((currency, flow) -> {
            List<Double> values = open(opportunities).stream()
                    .flatMap(lead -> lead.value().stream())
                    .filter(money -> money.currency().getCurrencyCode().equals(currency))
                    .map(money -> money.amount().doubleValue())
                    .toList();
            assertThat(flow.meanValue().basis().denominator()).isEqualByComparingTo(BigDecimal.valueOf(values.size()));
            if (won.isEmpty() || cycle == 0) {
                assertThat(flow.velocity().value()).isInstanceOf(KpiValue.Undefined.class);
                return;
            }
            double mean =
                    values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            double winRate = (double) won.size() / (won.size() + lost);
            double expected = values.size() * winRate * mean / cycle;
            assertThat(flow.velocity().value().number().orElseThrow().doubleValue())
                    .isCloseTo(expected, within(1e-6 + 1e-9 * Math.abs(expected)));
            long everybody = values.size()
                    + flow.velocity().basis().excluded().values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            assertThat(everybody).isEqualTo(leads.size());
        });
    }

    private static long seconds(LeadFacts lead) {
        Instant since = lead.firstReached(OPPORTUNITY).orElseThrow().at();
        return Math.floorDiv(
                Duration.between(since, lead.converted().orElseThrow().at()).toNanos(), 1_000_000_000L);
    }

    private static boolean in(FactEvent closed, Instant asOf, int days) {
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        LocalDate day = LocalDate.ofInstant(closed.at(), ZoneOffset.UTC);
        return day.isAfter(today.minusDays(days)) && !day.isAfter(today);
    }
}
