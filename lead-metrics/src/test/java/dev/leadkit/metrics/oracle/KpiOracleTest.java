package dev.leadkit.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.funnel.Skip;
import dev.leadkit.metrics.kpi.LeadConversion;
import dev.leadkit.metrics.kpi.LeadVelocity;
import dev.leadkit.metrics.kpi.MonthGrowth;
import dev.leadkit.metrics.kpi.SalesCycle;
import dev.leadkit.metrics.response.ResponseTime;
import dev.leadkit.metrics.score.ScoreAccuracy;
import dev.leadkit.metrics.segment.AsOf;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.PeriodUnit;
import dev.leadkit.metrics.segment.Segmented;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of 20,000 leads against SQL over the raw events. */
@Tag(Duck.TAG)
final class KpiOracleTest {

    private static final LeadConversion CONVERSION = new LeadConversion();
    private static final Funnel IMPLIED = new Funnel(Histories.STAGES, Skip.IMPLIED);
    private static final Funnel STRICT = new Funnel(Histories.STAGES, Skip.STRICT);
    private static final LeadVelocity VELOCITY =
            new LeadVelocity(Set.of(Histories.STAGES.get(1), Histories.STAGES.get(2)), Histories.ZONE);
    private static final ResponseTime RESPONSE = new ResponseTime(ResponseTime.USUAL_TARGET);
    private static final ResponseTime BY_HOUR =
            new ResponseTime(ResponseTime.USUAL_TARGET, new Resolution(Duration.ofHours(1)));
    private static final SalesCycle CYCLE = new SalesCycle();
    private static final ScoreAccuracy ACCURACY = new ScoreAccuracy();
    private static final Segmented<Funnel.Way> FUNNEL_BY_SOURCE = new Segmented<>(STRICT, Grouping.bySource());
    private static final Segmented<ResponseTime.Times> RESPONSE_BY_SOURCE =
            new Segmented<>(RESPONSE, Grouping.bySource());

    /** Each grouping of conversions beside the expression in SQL. */
    private static final Map<String, By> GROUPINGS = Map.of(
            "source",
            By.of(Grouping.bySource(), "source"),
            "size",
            By.of(Grouping.byField("size"), "size"),
            "size at the capture",
            By.of(
                    Grouping.byField("size", AsOf.captured()),
                    "coalesce((select known.size from size_at_capture as known where known.lead_id = lead.lead_id), '(missing)')"),
            "rep",
            By.of(Grouping.byRep(), "rep"),
            "source and rep",
            By.of(Grouping.bySource().and(Grouping.byRep()), "source || ' / ' || rep"),
            "day",
            By.of(PeriodUnit.DAY, "strftime(local(captured), '%Y-%m-%d')"),
            "week",
            By.of(PeriodUnit.ISO_WEEK, "strftime(local(captured), '%G-W%V')"),
            "month",
            By.of(PeriodUnit.MONTH, "strftime(local(captured), '%Y-%m')"),
            "quarter",
            By.of(PeriodUnit.QUARTER, "year(local(captured)) || '-Q' || quarter(local(captured))"));

    private record By(Segmented<KpiResult> kpi, String sql) {

        static By of(Grouping grouping, String sql) {
            return new By(new Segmented<>(CONVERSION, grouping), sql);
        }

        static By of(PeriodUnit unit, String sql) {
            return of(Grouping.byPeriod(unit, Histories.ZONE), "coalesce(" + sql + ", '(missing)')");
        }
    }

    private static Folded folded;
    private static Duck duck;

    @BeforeAll
    static void load() {
        Histories histories = Histories.standard();
        List<LeadKpi<?>> kpis = new ArrayList<>(List.of(
                CONVERSION,
                IMPLIED,
                STRICT,
                VELOCITY,
                RESPONSE,
                BY_HOUR,
                CYCLE,
                ACCURACY,
                FUNNEL_BY_SOURCE,
                RESPONSE_BY_SOURCE));
        GROUPINGS.values().forEach(by -> kpis.add(by.kpi));
        folded = Folded.of(histories, kpis);
        duck = Duck.of(histories);
        duck.runFile("kpis.sql");
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    private static List<@Nullable Object> counts(Basis basis) {
        return List.of(basis.numerator().longValueExact(), basis.denominator().longValueExact());
    }

    @Test
    @DisplayName("lead.conversion is converted over captured")
    void conversion() {
        assertThat(counts(folded.result(CONVERSION, Histories.AS_OF).basis()))
                .isEqualTo(duck.row("select count(converted), count(*) from lead"));
    }

    @ParameterizedTest
    @MethodSource("groupings")
    @DisplayName(
            "lead.conversion by source, field, field as it was at the capture, rep, both and period, days of 23 and 25 hours among them")
    void conversionByGroup(String grouping) {
        By by = GROUPINGS.get(grouping);
        Breakdown<KpiResult> result = folded.result(by.kpi, Histories.AS_OF);
        List<List<@Nullable Object>> ours = new ArrayList<>();
        result.groups()
                .forEach((name, rate) -> ours.add(List.of(
                        name, counts(rate.basis()).get(0), counts(rate.basis()).get(1))));
        Rows.assertEqual(
                ours,
                duck.rows("select " + by.sql
                        + " as name, count(converted), count(*) from lead group by name order by name"));
    }

    static Set<String> groupings() {
        return GROUPINGS.keySet();
    }

    @Test
    @DisplayName("Wilson's interval of each source is that of the formula in SQL")
    void intervals() {
        Map<String, KpiResult> groups =
                folded.result(GROUPINGS.get("source").kpi, Histories.AS_OF).groups();
        for (List<@Nullable Object> row : duck.rows("""
                with rate as (select source, count(converted) as x, count(*) as n, 1.959963984540054 as z from lead group by source),
                middle as (select *, x / n as p, z * z / n as zn from rate)
                select source, (p + zn / 2 - z * sqrt(p * (1 - p) / n + zn / (4 * n))) / (1 + zn),
                  (p + zn / 2 + z * sqrt(p * (1 - p) / n + zn / (4 * n))) / (1 + zn) from middle
                """)) {
            var interval = groups.get((String) row.get(0)).interval().orElseThrow();
            assertThat(interval.low().doubleValue()).isCloseTo((Double) row.get(1), within(1e-6));
            assertThat(interval.high().doubleValue()).isCloseTo((Double) row.get(2), within(1e-6));
        }
    }

    private static List<@Nullable Object> reached(Funnel.Way way) {
        List<@Nullable Object> reached = new ArrayList<>();
        way.steps().forEach(step -> reached.add(step.reached()));
        reached.add(
                way.steps().get(0).fromFirst().basis().excluded().getOrDefault("reached no stage of the funnel", 0L));
        return reached;
    }

    private static String reachedSql(String how) {
        return "count(*) filter (where X >= 1), count(*) filter (where X >= 2), count(*) filter (where X >= 3),"
                        .replace("X", how)
                + " count(*) filter (where X >= 4), count(*) filter (where X = 0) from depth".replace("X", how);
    }

    @Test
    @DisplayName("lead.funnel: how many reached each stage, skipped ones implied or not")
    void funnels() {
        assertThat(reached(folded.result(IMPLIED, Histories.AS_OF)))
                .isEqualTo(duck.row("select " + reachedSql("implied")));
        assertThat(reached(folded.result(STRICT, Histories.AS_OF)))
                .isEqualTo(duck.row("select " + reachedSql("strict")));
    }

    @Test
    @DisplayName("lead.funnel: each step is the stage over the one before and over the first, by source")
    void funnelSteps() {
        List<List<@Nullable Object>> ours = new ArrayList<>();
        folded.result(FUNNEL_BY_SOURCE, Histories.AS_OF).groups().forEach((source, way) -> {
            Funnel.Step won = way.steps().get(3);
            ours.add(List.of(
                    source,
                    won.reached(),
                    won.fromPrevious().basis().denominator().longValueExact(),
                    won.fromFirst().basis().denominator().longValueExact()));
        });
        Rows.assertEqual(ours, duck.rows("""
                select source, count(*) filter (where strict >= 4), count(*) filter (where strict >= 3),
                  count(*) filter (where strict >= 1) from depth group by source order by source
                """));
    }

    @Test
    @DisplayName("lead.velocity: leads first qualified in each month in Berlin, and the growth from month to month")
    void velocity() {
        List<MonthGrowth> months = folded.result(VELOCITY, Histories.AS_OF).months();
        List<List<@Nullable Object>> ours = new ArrayList<>();
        for (MonthGrowth month : months.subList(0, months.size() - 1)) {
            ours.add(Arrays.asList(
                    month.month().toString(),
                    month.qualified(),
                    month.growth().value().number().map(BigDecimal::doubleValue).orElse(null)));
        }
        Rows.assertEqual(ours, duck.rows("""
                with q as (select date_trunc('month', local(qualified)) as month, count(*) as n from first_qualified
                           where captured is not null and qualified is not null group by 1),
                spine as (select unnest(generate_series((select min(month) from q),
                            date_trunc('month', local(as_of())) - interval 1 month, interval 1 month)) as month),
                counted as (select month, coalesce(n, 0) as n from spine left join q using (month))
                select strftime(month, '%Y-%m'), n,
                  round_even((n - lag(n) over (order by month)) / nullif(lag(n) over (order by month), 0), 6)
                from counted order by month
                """));
        assertThat(months.get(0).growth().basis().excluded().values().stream().toList())
                .isEqualTo(duck.row("""
                        select count(*) filter (where captured is not null and qualified is null),
                          count(*) filter (where date_trunc('month', local(qualified)) > date_trunc('month', local(as_of()))
                            and captured is not null),
                          count(*) filter (where captured is null) from first_qualified
                        """));
    }

    private static final String QUANTILES =
            "select quantile_disc(bucket(took), 0.5), quantile_disc(bucket(took), 0.9), count(took),"
                    + " quantile_disc(took, 0.5), quantile_disc(took, 0.9) from ";

    private static void assertQuantiles(KpiResult p50, KpiResult p90, String from) {
        List<@Nullable Object> row = duck.row(QUANTILES + from);
        assertThat(Arrays.asList(
                        number(p50), number(p90), p90.basis().denominator().longValueExact()))
                .isEqualTo(row.subList(0, 3));
        assertThat(number(p50).doubleValue() / (Long) row.get(3)).isBetween(0.99, 1.0);
        assertThat(number(p90).doubleValue() / (Long) row.get(4)).isBetween(0.99, 1.0);
    }

    private static Long number(KpiResult result) {
        return result.value().number().orElseThrow().longValueExact();
    }

    @Test
    @DisplayName("lead.response: median and 90th percentile of answered leads, in all and by source")
    void responseTimes() {
        ResponseTime.Times times = folded.result(RESPONSE, Histories.AS_OF);
        assertQuantiles(times.p50(), times.p90(), "answer");
        assertThat(times.p50().basis().excluded().values().stream().toList())
                .isEqualTo(duck.row("select (select count(*) from answer where responded is null),"
                        + " (select count(*) from lead where captured is null)"));
        folded.result(RESPONSE_BY_SOURCE, Histories.AS_OF)
                .groups()
                .forEach((source, each) ->
                        assertQuantiles(each.p50(), each.p90(), "answer where source = '" + source + "'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-20T09:00:00Z",
                "2025-06-03T17:31:07.5Z",
                "2025-10-26T01:00:00Z",
                "2026-06-11T08:00:00Z",
                "2026-07-01T12:34:56Z"
            })
    @DisplayName(
            "lead.response.in-time: answered in time over those, the late ones and the overdue ones; the rest is pending")
    void targets(String asOf) {
        duck.asOf(Instant.parse(asOf));
        KpiResult inTime = folded.result(RESPONSE, Instant.parse(asOf)).inTime();
        assertThat(List.of(
                        counts(inTime.basis()).get(0),
                        counts(inTime.basis()).get(1),
                        inTime.basis().excluded().getOrDefault("unanswered, still in time", 0L)))
                .isEqualTo(duck.row("""
                        select count(*) filter (where in_time),
                          count(*) filter (where responded is not null or due < date_trunc('second', as_of())),
                          count(*) filter (where responded is null and due >= date_trunc('second', as_of())) from answer
                        """));
        KpiResult byHour = folded.result(BY_HOUR, Instant.parse(asOf)).inTime();
        assertThat(counts(byHour.basis())).isEqualTo(duck.row("""
                        select count(*) filter (where in_time),
                          count(*) filter (where responded is not null
                            or date_trunc('hour', due + interval 3599 second) < date_trunc('hour', as_of())) from answer
                        """));
        duck.asOf(Histories.AS_OF);
    }

    @Test
    @DisplayName("lead.cycle: median and 90th percentile of converted leads; the rest is left out by reason")
    void cycle() {
        SalesCycle.Lengths lengths = folded.result(CYCLE, Histories.AS_OF);
        assertQuantiles(lengths.p50(), lengths.p90(), "cycle where took >= 0");
        assertThat(lengths.p50().basis().excluded().values().stream().toList()).isEqualTo(duck.row("""
                        select (select count(*) from cycle where took < 0),
                          count(*) filter (where captured is not null and converted is null),
                          count(*) filter (where captured is null) from lead
                        """));
    }

    @Test
    @DisplayName("score.auc: pairs in the right order, ties as half, over all pairs, in whole numbers")
    void auc() {
        KpiResult auc = folded.result(ACCURACY, Histories.AS_OF).auc();
        assertThat(List.of(
                        auc.basis().numerator().multiply(BigDecimal.valueOf(2)).longValueExact(),
                        auc.basis().denominator().longValueExact()))
                .isEqualTo(duck.row("""
                        select sum(twice_rank) filter (where is_converted) - positives() * (positives() + 1),
                          positives() * (count(*) - positives()) from ranked
                        """));
        assertThat(auc.value().number())
                .contains(auc.basis()
                        .numerator()
                        .divide(auc.basis().denominator(), KpiResult.SCALE, RoundingMode.HALF_EVEN));
        assertThat(auc.basis().excluded().values().stream().toList())
                .isEqualTo(duck.row("select count(*) filter (where converted is not null),"
                        + " count(*) filter (where converted is null) from lead where decisive is null"));
    }
}
