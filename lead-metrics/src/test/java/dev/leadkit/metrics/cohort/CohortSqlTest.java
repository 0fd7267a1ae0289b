package dev.leadkit.metrics.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.oracle.Duck;
import dev.leadkit.metrics.oracle.Folded;
import dev.leadkit.metrics.oracle.Histories;
import dev.leadkit.metrics.oracle.Rows;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.PeriodUnit;
import dev.leadkit.metrics.segment.Segmented;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates of cohorts and periods of 20,000 leads against SQL over the raw events, one state for all as-of instants. */
@Tag(Duck.TAG)
final class CohortSqlTest {

    private static final Periods MONTHS = new Periods(PeriodUnit.MONTH, Histories.ZONE);
    private static final CohortConversion SIXTY_DAYS = new CohortConversion(Duration.ofDays(60), Resolution.SECOND);
    private static final Segmented<KpiResult> BY_MONTH = new Segmented<>(
            new CohortConversion(Duration.ofDays(60)), Grouping.byPeriod(PeriodUnit.MONTH, Histories.ZONE));
    private static final ConversionThroughput THROUGHPUT = new ConversionThroughput(MONTHS);
    private static final ClosedConversion CLOSED = new ClosedConversion(MONTHS);
    private static final RollingCohorts ROLLING = new RollingCohorts(MONTHS, Duration.ofDays(30), 5, Resolution.SECOND);
    private static final CalendarCohorts CALENDAR = new CalendarCohorts(MONTHS, 5);

    private static Folded folded;
    private static Duck duck;

    @BeforeAll
    static void load() {
        Histories histories = Histories.standard();
        folded = Folded.of(histories, List.of(SIXTY_DAYS, BY_MONTH, THROUGHPUT, CLOSED, ROLLING, CALENDAR));
        duck = Duck.of(histories);
        duck.run("""
                create view dated as
                select *, date_trunc('month', local(captured)) as cohort, converted < captured as is_backfilled
                from lead where captured is not null
                """);
        duck.run("create macro midnight(month) as month at time zone 'Europe/Berlin' at time zone 'UTC'");
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    @AfterEach
    void backToTheUsualInstant() {
        duck.asOf(Histories.AS_OF);
    }

    private static List<@Nullable Object> counts(KpiResult result) {
        return List.of(
                result.basis().numerator().longValueExact(),
                result.basis().denominator().longValueExact());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-02-01T00:00:00Z", "2025-09-17T08:15:00Z", "2026-07-01T12:34:56Z", "2027-01-01T00:00:00Z"})
    @DisplayName("lead.conversion.cohort: converted within 60 days over all that had 60 days, at any as-of instant")
    void cohort(String asOf) {
        duck.asOf(Instant.parse(asOf));
        KpiResult rate = folded.result(SIXTY_DAYS, Instant.parse(asOf));
        List<@Nullable Object> ours = new ArrayList<>(counts(rate));
        ours.add(rate.basis().excluded().getOrDefault(CohortConversion.IMMATURE, 0L));
        ours.add(rate.basis().excluded().get(Members.BEFORE_CAPTURE));
        assertThat(ours).isEqualTo(duck.row("""
                select count(*) filter (where mature and converted <= captured + interval 60 day),
                  count(*) filter (where mature), count(*) filter (where not mature),
                  (select count(*) from dated where is_backfilled)
                from (select *, captured + interval 60 day <= as_of() as mature from dated where is_backfilled is not true)
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-09-17T00:00:00Z", "2026-07-01T12:34:56Z"})
    @DisplayName("lead.conversion.cohort by month of capture, kept by the day: as of the last midnight of UTC")
    void cohortByMonth(String asOf) {
        duck.asOf(Instant.parse(asOf));
        Breakdown<KpiResult> months = folded.result(BY_MONTH, Instant.parse(asOf));
        List<List<@Nullable Object>> ours = new ArrayList<>();
        months.groups().forEach((month, rate) -> {
            if (rate.basis().denominator().signum() > 0) {
                ours.add(List.of(month, counts(rate).get(0), counts(rate).get(1)));
            }
        });
        assertThat(ours).hasSizeGreaterThan(5);
        Rows.assertEqual(ours, duck.rows("""
                select strftime(cohort, '%Y-%m') as m, count(*) filter (where converted <= captured + interval 60 day), count(*)
                from dated where is_backfilled is not true and captured + interval 60 day <= date_trunc('day', as_of())
                group by m order by m
                """));
    }

    private static List<List<@Nullable Object>> rows(PeriodFigures figures) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        figures.periods()
                .forEach(period -> rows.add(List.of(
                        period.name(),
                        counts(period.figure()).get(0),
                        counts(period.figure()).get(1),
                        !period.figure().value().equals(new KpiValue.Undefined("the period is not over")))));
        return rows;
    }

    private static final String SPINE = """
            with spine as (select unnest(generate_series(date_trunc('month', (FIRST)), date_trunc('month', local(as_of())),
              interval 1 month)) as m)
            """;

    @ParameterizedTest
    @ValueSource(strings = {"2025-09-30T21:59:59Z", "2025-09-30T22:00:00Z", "2026-07-01T12:34:56Z"})
    @DisplayName("lead.conversion.throughput: conversions of a month over captures of the same month")
    void throughput(String asOf) {
        duck.asOf(Instant.parse(asOf));
        PeriodFigures figures = folded.result(THROUGHPUT, Instant.parse(asOf));
        Rows.assertEqual(
                rows(figures),
                duck.rows(SPINE.replace("FIRST", "select min(local(least(captured, converted))) from dated") + """
                        select strftime(m, '%Y-%m'),
                          (select count(*) from dated where date_trunc('month', local(converted)) = m),
                          (select count(*) from dated where date_trunc('month', local(captured)) = m),
                          midnight(m + interval 1 month) <= as_of()
                        from spine order by m
                        """));
        assertThat(figures.periods()
                        .get(0)
                        .figure()
                        .basis()
                        .excluded()
                        .getOrDefault("captured after the as-of period", 0L))
                .isEqualTo(duck.row("select count(*) from dated where cohort > date_trunc('month', local(as_of()))")
                        .get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-09-30T22:00:00Z", "2026-07-01T12:34:56Z"})
    @DisplayName("lead.conversion.closed: converted over converted and lost, by when the outcome came")
    void closed(String asOf) {
        duck.asOf(Instant.parse(asOf));
        PeriodFigures figures = folded.result(CLOSED, Instant.parse(asOf));
        Rows.assertEqual(
                rows(figures), duck.rows(SPINE.replace("FIRST", "select min(local(outcome)) from dated") + """
                        select strftime(m, '%Y-%m'), count(converted), count(outcome), midnight(m + interval 1 month) <= as_of()
                        from spine left join dated on date_trunc('month', local(outcome)) = m group by m order by m
                        """));
        assertThat(figures.periods().get(0).figure().basis().excluded().get("open"))
                .isEqualTo(duck.row("select count(*) from dated where outcome is null")
                        .get(0));
    }

    private static List<List<@Nullable Object>> rows(CohortTable table) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (CohortTable.Row row : table.rows()) {
            for (CohortTable.Cell cell : row.cells()) {
                assertThat(cell.rate().value().number().isPresent()).isEqualTo(cell.complete());
                rows.add(List.of(
                        row.name(),
                        (long) cell.age(),
                        row.members(),
                        counts(cell.rate()).get(0),
                        cell.eligible(),
                        cell.complete()));
            }
        }
        assertThat(rows).hasSizeGreaterThan(20);
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-09-17T08:15:00Z", "2025-10-30T23:00:00Z", "2026-07-01T12:34:56Z"})
    @DisplayName("Rolling cohorts: every cell, how many are old enough for it, and whether all are")
    void rolling(String asOf) {
        duck.asOf(Instant.parse(asOf));
        Rows.assertEqual(rows(folded.result(ROLLING, Instant.parse(asOf))), duck.rows("""
                select strftime(cohort, '%Y-%m'), k, count(*),
                  count(*) filter (where converted <= captured + (k + 1) * interval 30 day),
                  count(*) filter (where captured + (k + 1) * interval 30 day <= as_of()),
                  midnight(cohort + interval 1 month) + (k + 1) * interval 30 day <= as_of()
                from dated, range(0, 5) as ages(k)
                where is_backfilled is not true and cohort <= local(as_of()) group by cohort, k order by cohort, k
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-09-17T08:15:00Z", "2025-10-31T23:00:00Z", "2026-07-01T12:34:56Z"})
    @DisplayName("Calendar cohorts: converted by the end of the k-th month after that of the capture")
    void calendar(String asOf) {
        duck.asOf(Instant.parse(asOf));
        Rows.assertEqual(rows(folded.result(CALENDAR, Instant.parse(asOf))), duck.rows("""
                with cells as (
                  select *, midnight(cohort + (k + 1) * interval 1 month) <= as_of() as is_over
                  from dated, range(0, 5) as ages(k) where is_backfilled is not true and cohort <= local(as_of()))
                select strftime(cohort, '%Y-%m'), k, count(*),
                  count(*) filter (where date_diff('month', cohort, date_trunc('month', local(converted))) <= k),
                  count(*) filter (where is_over), is_over
                from cells group by cohort, k, is_over order by cohort, k
                """));
    }
}
