package dev.leadkit.metrics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Actor;
import dev.leadkit.event.Captured;
import dev.leadkit.event.Converted;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.StageMoved;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kpi.SalesCycle;
import dev.leadkit.metrics.response.ResponseTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures against SQL over the raw events, on another engine that knows nothing of facts and states. */
final class SqlOracleTest {

    private static final String FIRST_RESPONSE = """
            select l.id, l.captured, min(e.ts) - l.captured as seconds from lead l left join ev e
              on e.lead = l.id and e.kind = 'human-out' and e.ts >= l.captured
            where l.captured is not null group by l.id, l.captured
            """;
    private static final String FIRST_MONTH = """
            select extract(year from t) * 12 + extract(month from t) - 1 as m, count(*) as n from (
              select dateadd(second, min(e.ts), timestamp '1970-01-01 00:00:00') as t from ev e join lead l on l.id = e.lead
              where e.kind = 'stage' and e.stage = 'mql' and l.captured is not null group by e.lead) group by m
            """;

    private Figures load(Connection db, long seed) throws SQLException {
        FiguresFold fold = new FiguresFold(Town.spec().build());
        List<LeadHistory> all = new ArrayList<>();
        Town.tell(seed, 400, 0.1, all::add);
        Sql.run(db, "create table lead(id varchar primary key, source varchar, captured bigint)");
        Sql.run(db, "create table ev(lead varchar, kind varchar, stage varchar, ts bigint)");
        for (LeadHistory history : all) {
            LeadHistory whole = LeadHistory.of(history.id(), history.events());
            fold.add(whole);
            for (LeadEvent event : history.events()) {
                store(db, event);
            }
        }
        return fold.figures(Town.END);
    }

    private static void store(Connection db, LeadEvent event) throws SQLException {
        String lead = event.leadId().value();
        long ts = event.occurredAt().getEpochSecond();
        if (event instanceof Captured captured) {
            String source = captured.values().get(StandardFields.SOURCE).orElse(null);
            Sql.insert(
                    db,
                    "insert into lead values (?, ?, ?)",
                    lead,
                    source,
                    captured.origin().dated() ? ts : null);
            Sql.insert(
                    db,
                    "insert into ev values (?, 'stage', ?, ?)",
                    lead,
                    captured.stage().name(),
                    ts);
        } else if (event instanceof StageMoved moved) {
            Sql.insert(
                    db,
                    "insert into ev values (?, 'stage', ?, ?)",
                    lead,
                    moved.to().name(),
                    ts);
        } else if (event instanceof Converted converted) {
            Sql.insert(
                    db,
                    "insert into ev values (?, 'stage', ?, ?)",
                    lead,
                    converted.stage().name(),
                    ts);
            Sql.insert(db, "insert into ev values (?, 'converted', null, ?)", lead, ts);
        } else if (event instanceof Interacted contact) {
            boolean counts = contact.interaction().direction() == Direction.OUTBOUND
                    && contact.interaction().actor() == Actor.HUMAN;
            Sql.insert(db, "insert into ev values (?, ?, null, ?)", lead, counts ? "human-out" : "other", ts);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFigureEqualsSql(long seed) throws SQLException {
        try (Connection db = Sql.emptyDatabase()) {
            Figures figures = load(db, seed);
            conversionBySource(db, figures);
            responseTime(db, figures);
            salesCycle(db, figures);
            funnel(db, figures);
            velocity(db, figures);
            auc(db, figures);
        }
    }

    private static void conversionBySource(Connection db, Figures figures) throws SQLException {
        List<List<BigDecimal>> rows = Sql.rows(db, """
                select count(c.lead), count(*) from lead l
                left join (select distinct lead from ev where kind = 'converted') c on c.lead = l.id
                group by coalesce(l.source, '(missing)') order by coalesce(l.source, '(missing)')
                """);
        assertThat(figures.conversions().bySource().groups().values())
                .extracting(
                        rate -> List.of(rate.basis().numerator(), rate.basis().denominator()))
                .isEqualTo(rows);
    }

    private static void responseTime(Connection db, Figures figures) throws SQLException {
        ResponseTime.Times times = figures.durations().response();
        List<BigDecimal> row = Sql.rows(
                        db,
                        "select count(*) - count(seconds),"
                                + " count(case when seconds <= 300 then 1 end),"
                                + " count(case when seconds is not null or captured + 300 < "
                                + Town.END.getEpochSecond() + " then 1 end) from (" + FIRST_RESPONSE + ")")
                .get(0);
        assertQuantiles(db, FIRST_RESPONSE, times.p50(), times.p90());
        assertThat(times.p50().basis().excluded().get("unanswered"))
                .isEqualTo(row.get(0).longValueExact());
        assertThat(times.inTime().basis().numerator()).isEqualTo(row.get(1));
        assertThat(times.inTime().basis().denominator()).isEqualTo(row.get(2));
    }

    /** The standard's rule for PERCENTILE_DISC; H2's own function of that name follows another (19 rows, 0.9: row 17). */
    private static void assertQuantiles(Connection db, String durations, KpiResult p50, KpiResult p90)
            throws SQLException {
        List<BigDecimal> row = Sql.rows(
                        db,
                        "select min(case when 100 * r >= 50 * n then seconds end), min(case when 100 * r >= 90 * n then seconds end),"
                                + " max(n) from (select seconds, row_number() over (order by seconds) as r, count(*) over () as n"
                                + " from (" + durations + ") where seconds is not null)")
                .get(0);
        assertBucket(p50, row.get(0));
        assertBucket(p90, row.get(1));
        assertThat(p90.basis().denominator()).isEqualTo(row.get(2));
    }

    private static void assertBucket(KpiResult figure, BigDecimal exactSeconds) {
        long bucket = DurationBuckets.of(Duration.of(exactSeconds.longValueExact(), ChronoUnit.SECONDS));
        assertThat(figure.value().number().orElseThrow()).isEqualByComparingTo(BigDecimal.valueOf(bucket));
    }

    private static void salesCycle(Connection db, Figures figures) throws SQLException {
        SalesCycle.Lengths lengths = figures.durations().cycle();
        assertQuantiles(db, """
                select min(e.ts) - l.captured as seconds from lead l join ev e on e.lead = l.id and e.kind = 'converted'
                where l.captured is not null group by l.id, l.captured
                """, lengths.p50(), lengths.p90());
    }

    private static void funnel(Connection db, Figures figures) throws SQLException {
        List<BigDecimal> row = Sql.rows(db, """
                        select count(*), count(case when d >= 2 then 1 end), count(case when d >= 3 then 1 end),
                          count(case when d >= 4 then 1 end) from (select max(case stage when 'new' then 1 when 'mql' then 2
                          when 'sql' then 3 when 'won' then 4 end) as d from ev where kind = 'stage' group by lead)
                        """).get(0);
        assertThat(figures.funnel().steps())
                .extracting(step -> BigDecimal.valueOf(step.reached()))
                .isEqualTo(row);
    }

    private static void velocity(Connection db, Figures figures) throws SQLException {
        List<BigDecimal> months = new ArrayList<>();
        for (List<BigDecimal> row : Sql.rows(
                db,
                "select coalesce(c.n, 0) from system_range(2026 * 12, 2026 * 12 + 5) s left join (" + FIRST_MONTH
                        + ") c on c.m = s.x order by s.x")) {
            months.add(row.get(0));
        }
        assertThat(figures.velocity().months().subList(0, 6))
                .extracting(month -> BigDecimal.valueOf(month.qualified()))
                .isEqualTo(months);
        for (int i = 1; i < 6; i++) {
            BigDecimal before = months.get(i - 1);
            BigDecimal growth = months.get(i).subtract(before).divide(before, 6, RoundingMode.HALF_EVEN);
            assertThat(figures.velocity().months().get(i).growth().value().number())
                    .contains(growth);
        }
    }

    private static void auc(Connection db, Figures figures) throws SQLException {
        Sql.run(db, "create table scored(score bigint, y int)");
        for (var entry : figures.accuracy().distribution().entrySet()) {
            for (long i = 0; i < entry.getValue().positives(); i++) {
                Sql.insert(
                        db, "insert into scored values (?, 1)", entry.getKey().units());
            }
            for (long i = 0; i < entry.getValue().negatives(); i++) {
                Sql.insert(
                        db, "insert into scored values (?, 0)", entry.getKey().units());
            }
        }
        BigDecimal auc = Sql.rows(db, """
                        select cast((sum(case y when 1 then rk else 0 end) - sum(y) * (sum(y) + 1) / 2.0) as decimal(30, 10))
                          / (sum(y) * (count(*) - sum(y))) from (select y, cast(rank() over (order by score)
                          + (count(*) over (partition by score) - 1) / 2.0 as decimal(20, 1)) as rk from scored)
                        """).get(0).get(0);
        assertThat(figures.accuracy().auc().value().number().orElseThrow())
                .isEqualByComparingTo(auc.setScale(6, RoundingMode.HALF_EVEN));
    }
}
