package dev.leadkit.metrics.kpi;

import static dev.leadkit.metrics.kit.LeadFactsArbitraries.STAGES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.response.ResponseTime;
import dev.leadkit.metrics.score.ScoreAccuracy;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.Segmented;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every KPI against the formula written down over the list of all leads. */
final class NaiveOracleProperties {

    private static final Instant END = Instant.parse("2026-07-10T00:00:00Z");

    @Provide
    Arbitrary<List<LeadFacts>> leads() {
        return LeadFactsArbitraries.facts().list().ofMaxSize(40);
    }

    private static <A, R> R result(Kpi<LeadFacts, A, R> kpi, List<LeadFacts> leads, Instant asOf) {
        A state = kpi.create();
        leads.forEach(lead -> kpi.add(state, lead));
        return kpi.result(state, asOf);
    }

    private static long count(List<LeadFacts> leads, Predicate<LeadFacts> wanted) {
        return leads.stream().filter(wanted).count();
    }

    private static void assertQuotient(KpiResult result, long numerator, long denominator) {
        assertThat(result.basis().numerator()).isEqualByComparingTo(BigDecimal.valueOf(numerator));
        assertThat(result.basis().denominator()).isEqualByComparingTo(BigDecimal.valueOf(denominator));
        if (denominator == 0) {
            assertThat(result.value()).isInstanceOf(KpiValue.Undefined.class);
        } else {
            BigDecimal value =
                    BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), 6, RoundingMode.HALF_EVEN);
            assertThat(result.value()).isEqualTo(new KpiValue.Known(value));
        }
    }

    @Property(tries = 200)
    void conversionIsConvertedOverCapturedInEveryGroupAndGroupsSumToAll(@ForAll("leads") List<LeadFacts> leads) {
        for (Grouping by : List.of(Grouping.bySource(), Grouping.byField("size"))) {
            Breakdown<KpiResult> breakdown = result(new Segmented<>(new LeadConversion(), by), leads, END);
            assertQuotient(breakdown.all(), count(leads, LeadFacts::isConverted), leads.size());
            breakdown.groups().forEach((group, rate) -> {
                List<LeadFacts> members =
                        leads.stream().filter(lead -> by.of(lead).equals(group)).toList();
                assertQuotient(rate, count(members, LeadFacts::isConverted), members.size());
            });
            assertThat(breakdown.groups().values().stream()
                            .map(rate -> rate.basis().denominator())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(breakdown.all().basis().denominator());
        }
    }

    @Property(tries = 200)
    void responseQuantilesAreTheNearestRankOfTheAnswered(@ForAll("leads") List<LeadFacts> leads) {
        ResponseTime.Times times = result(new ResponseTime(Duration.ofMinutes(5)), leads, END);
        List<Duration> answered = leads.stream()
                .filter(lead -> lead.captured().map(FactEvent::at).isPresent()
                        && lead.responded().map(FactEvent::at).isPresent())
                .map(lead -> Duration.between(
                        lead.captured().map(FactEvent::at).get(),
                        lead.responded().map(FactEvent::at).get()))
                .filter(duration -> !duration.isNegative())
                .sorted()
                .toList();
        assertNearestRank(times.p50(), answered, 0.5);
        assertNearestRank(times.p90(), answered, 0.9);
        long all = times.p50().basis().excluded().values().stream().reduce(0L, Long::sum) + answered.size();
        assertThat(all).as("nobody is dropped").isEqualTo(leads.size());
    }

    private static void assertNearestRank(KpiResult quantile, List<Duration> sorted, double q) {
        Optional<BigDecimal> expected = sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(
                        DurationBuckets.of(sorted.get((int) Math.ceil(q * sorted.size()) - 1))));
        assertThat(quantile.value().number().map(BigDecimal::longValueExact))
                .isEqualTo(expected.map(BigDecimal::longValueExact));
    }

    @Property(tries = 200)
    void inTimeCountsOverdueUnansweredLeadsAsBreaches(
            @ForAll("leads") List<LeadFacts> leads, @ForAll("instants") Instant asOf) {
        Duration target = Duration.ofMinutes(5);
        KpiResult inTime = result(new ResponseTime(target), leads, asOf).inTime();
        long met = 0;
        long breached = 0;
        for (LeadFacts lead : leads) {
            Optional<Instant> deadline =
                    lead.captured().map(FactEvent::at).map(target::addTo).map(Instant.class::cast);
            boolean early = lead.responded().map(FactEvent::at).isPresent()
                    && lead.captured().map(FactEvent::at).isPresent()
                    && lead.responded()
                            .map(FactEvent::at)
                            .get()
                            .isBefore(lead.captured().map(FactEvent::at).get());
            if (deadline.isEmpty() || early) {
                continue;
            }
            Instant end = deadline.get();
            if (lead.responded().map(FactEvent::at).isPresent()) {
                met += lead.responded().map(FactEvent::at).get().isAfter(end) ? 0 : 1;
                breached += lead.responded().map(FactEvent::at).get().isAfter(end) ? 1 : 0;
            } else {
                Instant whole = end.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
                breached += whole.isBefore(asOf.truncatedTo(ChronoUnit.SECONDS)) ? 1 : 0;
            }
        }
        assertQuotient(inTime, met, met + breached);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return LeadFactsArbitraries.instants();
    }

    @Property(tries = 200)
    void theSalesCycleIsThatOfConvertedLeadsOnly(@ForAll("leads") List<LeadFacts> leads) {
        List<Duration> cycles = leads.stream()
                .filter(lead -> lead.captured().map(FactEvent::at).isPresent()
                        && lead.converted().map(FactEvent::at).isPresent())
                .map(lead -> Duration.between(
                        lead.captured().map(FactEvent::at).get(),
                        lead.converted().map(FactEvent::at).get()))
                .filter(duration -> !duration.isNegative())
                .sorted()
                .toList();
        SalesCycle.Lengths lengths = result(new SalesCycle(), leads, END);
        assertNearestRank(lengths.p50(), cycles, 0.5);
        assertNearestRank(lengths.p90(), cycles, 0.9);
    }

    @Property(tries = 200)
    void velocityIsTheGrowthOfFirstQualifiedByMonth(@ForAll("leads") List<LeadFacts> leads) {
        ZoneId zone = ZoneId.of("America/Sao_Paulo");
        Set<Stage> qualified = Set.of(STAGES.get(1), STAGES.get(2));
        Velocity velocity = result(new LeadVelocity(qualified, zone), leads, END);
        velocity.months().forEach(month -> {
            long now = qualifiedIn(leads, qualified, zone, month.month());
            long before = qualifiedIn(leads, qualified, zone, month.month().minusMonths(1));
            assertThat(month.qualified()).isEqualTo(now);
            if (!month.month().equals(YearMonth.of(2026, 7))) {
                assertQuotient(month.growth(), now - before, before);
            } else {
                assertThat(month.growth().value()).isEqualTo(new KpiValue.Undefined("the month is not over"));
            }
        });
        assertThat(velocity.months().stream().mapToLong(MonthGrowth::qualified).sum())
                .isEqualTo(count(
                        leads,
                        lead -> lead.captured().map(FactEvent::at).isPresent()
                                && lead.firstReached(qualified).isPresent()));
    }

    private static long qualifiedIn(List<LeadFacts> leads, Set<Stage> stages, ZoneId zone, YearMonth month) {
        return count(
                leads,
                lead -> lead.captured().map(FactEvent::at).isPresent()
                        && lead.firstReached(stages)
                                .map(event -> YearMonth.from(event.at().atZone(zone)))
                                .filter(month::equals)
                                .isPresent());
    }

    @Property(tries = 200)
    void aucIsTheShareOfPairsInTheRightOrder(@ForAll("leads") List<LeadFacts> leads) {
        long doubled = 0;
        long pairs = 0;
        for (LeadFacts won : scored(leads, true)) {
            for (LeadFacts other : scored(leads, false)) {
                int order = won.decisionScore()
                        .orElseThrow()
                        .compareTo(other.decisionScore().orElseThrow());
                doubled += 1 + Integer.signum(order);
                pairs++;
            }
        }
        KpiResult auc = result(new ScoreAccuracy(), leads, END).auc();
        assertThat(auc.basis().denominator()).isEqualByComparingTo(BigDecimal.valueOf(pairs));
        Optional<BigDecimal> expected = pairs == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(doubled).divide(BigDecimal.valueOf(2 * pairs), 6, RoundingMode.HALF_EVEN));
        assertThat(auc.value().number()).isEqualTo(expected);
        if (pairs > 0) {
            assertThat(auc.basis().numerator().multiply(BigDecimal.valueOf(2)))
                    .isEqualByComparingTo(BigDecimal.valueOf(doubled));
        }
    }

    private static List<LeadFacts> scored(List<LeadFacts> leads, boolean converted) {
        return leads.stream()
                .filter(lead -> lead.decisionScore().isPresent() && lead.isConverted() == converted)
                .toList();
    }
}
