package dev.leadkit.metrics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.oracle.Duck;
import dev.leadkit.metrics.oracle.Folded;
import dev.leadkit.metrics.oracle.Histories;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.Segmented;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves of 20,000 leads against SQL over the raw events, one state for all as-of instants. */
@Tag(Duck.TAG)
final class SurvivalSqlTest {

    private static final EventualConversion EVENTUAL = new EventualConversion(90, 10, Resolution.SECOND);
    private static final Segmented<EventualConversion.Eventual> BY_SOURCE =
            new Segmented<>(EVENTUAL, Grouping.bySource());
    private static final EventualConversion BY_DAY = new EventualConversion(90);
    private static final QualificationTime QUALIFIED =
            new QualificationTime(Set.of(Histories.STAGES.get(1), Histories.STAGES.get(2)), 10, Resolution.SECOND);

    /** The curve of the leads in FATES, one row a day on which something ended. */
    private static final String CURVE = """
            with day as (
              select (took + 86399) // 86400 as d, count(*) filter (where fate = 'event') as own,
                count(*) filter (where fate = 'other') as other, count(*) as leads
              from FATES where took >= 0 group by d),
            risk as (select *, sum(leads) over (order by d desc) as n from day),
            surviving as (select *, coalesce(product(1 - (own + other) / n::double) over (order by d rows between unbounded
              preceding and 1 preceding), 1) as s from risk),
            curve as (select *, sum(s * own / n) over (order by d) as f from surviving)
            """;

    private static Folded folded;
    private static Duck duck;

    @BeforeAll
    static void load() {
        Histories histories = Histories.standard();
        folded = Folded.of(histories, List.of(EVENTUAL, BY_SOURCE, BY_DAY, QUALIFIED));
        duck = Duck.of(histories);
        duck.run("create macro open_for(captured) as seconds(date_trunc('second', captured), as_of())");
        duck.run("""
                create view converting as
                select lead_id, source, coalesce(seconds(captured, coalesce(converted, lost)), open_for(captured)) as took,
                  case when converted is not null then 'event' when lost is not null then 'other' else 'open' end as fate
                from lead where captured is not null
                """);
        duck.run("""
                create view qualifying as
                with entered as (select lead_id, min(ts) as qualified from entry where stage in ('mql', 'sql') group by lead_id),
                milestones as (select lead_id, captured, qualified, coalesce(converted, lost) as other
                  from lead left join entered using (lead_id) where captured is not null)
                select lead_id, coalesce(seconds(captured, least(qualified, other)), open_for(captured)) as took,
                  case when qualified <= coalesce(other, qualified) then 'event' when other is not null then 'other' else 'open' end
                    as fate
                from milestones
                """);
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    @AfterEach
    void backToTheUsualInstant() {
        duck.asOf(Histories.AS_OF);
    }

    private static void assertCurve(Curve curve, String fates) {
        List<List<@Nullable Object>> rows = duck.rows(CURVE.replace("FATES", fates)
                + "select d, n::bigint, own, other, f from curve where own + other > 0 order by d");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(curve.steps().size());
        assertThat(curve.steps()).hasSizeGreaterThan(20);
        for (int i = 0; i < curve.steps().size(); i++) {
            CurveStep step = curve.steps().get(i);
            List<@Nullable Object> row = rows.get(i);
            assertThat(List.of(step.day(), step.atRisk(), step.events(), step.others()))
                    .isEqualTo(row.subList(0, 4));
            assertThat(step.incidence().doubleValue()).isCloseTo((Double) row.get(4), within(1e-11));
        }
        long beyond = rows.size() > curve.steps().size()
                ? (Long) rows.get(curve.steps().size()).get(0)
                : Long.MAX_VALUE;
        assertThat(curve.reaches(beyond))
                .as("steps that are not told are beyond the last day")
                .isFalse();
        assertThat(curve.lastDay())
                .hasValue((Long) duck.row(CURVE.replace("FATES", fates) + "select max(d) from curve where n >= 10")
                        .get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-05-01T00:00:01Z", "2026-07-01T12:34:56Z", "2026-12-01T00:00:00Z"})
    @DisplayName("lead.conversion.eventual: every day of the curve, how many were at risk, and how far it goes")
    void eventual(String asOf) {
        duck.asOf(Instant.parse(asOf));
        assertCurve(folded.result(EVENTUAL, Instant.parse(asOf)).curve(), "converting");
    }

    @Test
    @DisplayName("lead.conversion.eventual by source")
    void bySource() {
        Breakdown<EventualConversion.Eventual> sources = folded.result(BY_SOURCE, Histories.AS_OF);
        assertThat(sources.groups()).hasSizeGreaterThan(5);
        sources.groups()
                .forEach((source, eventual) ->
                        assertCurve(eventual.curve(), "(from converting where source = '" + source + "')"));
    }

    @Test
    @DisplayName(
            "The share at 90 days with the numbers that it rests on, and its log-log interval from Greenwood's variance")
    void atTheHorizon() {
        KpiResult share = folded.result(EVENTUAL, Histories.AS_OF).share();
        List<@Nullable Object> row = duck.row(CURVE.replace("FATES", "converting") + """
                , upto as (select *, own + other as e, (select max(f) from curve where d <= 90) as f90 from curve where d <= 90 and own + other > 0),
                variance as (
                  select f90 as f, sum(pow(f90 - f, 2) * e / (n * (n - e))) + sum(s * s * own * (n - own) / pow(n, 3))
                    - 2 * sum((f90 - f) * s * own / pow(n, 2)) as v from upto group by f90)
                select f, pow(f, exp(1.959963984540054 * sqrt(v) / (f * -ln(f)))), pow(f, exp(-1.959963984540054 * sqrt(v) / (f * -ln(f)))),
                  (select sum(own) from curve where d <= 90)::bigint, (select sum(leads) from curve)::bigint from variance
                """);
        assertThat(share.value().number().orElseThrow().doubleValue()).isCloseTo((Double) row.get(0), within(1e-6));
        assertThat(share.interval().orElseThrow().low().doubleValue()).isCloseTo((Double) row.get(1), within(1e-6));
        assertThat(share.interval().orElseThrow().high().doubleValue()).isCloseTo((Double) row.get(2), within(1e-6));
        assertThat(List.of(
                        share.basis().numerator().longValueExact(),
                        share.basis().denominator().longValueExact()))
                .isEqualTo(row.subList(3, 5));
    }

    @Test
    @DisplayName("Kept by the day, the curve is the same at every midnight of UTC")
    void byDay() {
        EventualConversion.Eventual coarse = folded.result(BY_DAY, Histories.AS_OF);
        double fine =
                folded.result(EVENTUAL, Histories.AS_OF).curve().incidence(90).doubleValue();
        assertThat(coarse.curve().incidence(90).doubleValue()).isCloseTo(fine, within(0.0005));
        Instant midnight = Instant.parse("2026-07-01T00:00:00Z");
        assertThat(folded.result(BY_DAY, midnight).curve())
                .isEqualTo(folded.result(EVENTUAL, midnight).curve());
    }

    @Test
    @DisplayName("lead.qualification.time: every day of the curve and the first day with a quarter of all qualified")
    void qualification() {
        QualificationTime.Days days = folded.result(QUALIFIED, Histories.AS_OF);
        assertCurve(days.curve(), "qualifying");
        assertThat(days.p25().value().number().orElseThrow().longValueExact())
                .isEqualTo(duck.row(CURVE.replace("FATES", "qualifying") + "select min(d) from curve where f >= 0.25")
                        .get(0));
    }
}
