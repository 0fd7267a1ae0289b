package dev.leadkit.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.accuracy.StabilityIndex;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.metrics.facts.DataFault;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.health.DataFaults;
import dev.leadkit.metrics.health.Lateness;
import dev.leadkit.metrics.health.MergedRecords;
import dev.leadkit.metrics.kpi.LeadVelocity;
import dev.leadkit.metrics.kpi.SalesCycle;
import dev.leadkit.metrics.response.BusinessTime;
import dev.leadkit.metrics.response.EpisodeResponse;
import dev.leadkit.metrics.score.Accuracy;
import dev.leadkit.metrics.score.ScoreAccuracy;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Responses, scores, cycles and the health of the data of 20,000 leads against SQL over the raw events. */
@Tag(Duck.TAG)
final class MeasuresOracleTest {

    private static final Instant DIVIDES = Instant.parse("2025-10-01T00:00:00Z");
    private static final ScoreAccuracy ACCURACY = new ScoreAccuracy(Duration.ofDays(60), Resolution.SECOND, DIVIDES);
    private static final EpisodeResponse RESPONSE =
            new EpisodeResponse(Duration.ofMinutes(30), BusinessTime.of("24x7", OpenHours.ALWAYS));
    private static final SalesCycle CLOSED = new SalesCycle(
            SalesCycle.Population.CLOSED, Instant.parse("2025-06-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));
    private static final LeadVelocity VELOCITY =
            new LeadVelocity(Set.of(Histories.STAGES.get(1), Histories.STAGES.get(2)), Histories.ZONE, "2");
    private static final DataFaults FAULTS = new DataFaults();
    private static final Lateness LATENESS = new Lateness();
    private static final MergedRecords MERGED = new MergedRecords();

    private static Folded folded;
    private static Duck duck;

    @BeforeAll
    static void load() {
        Histories histories = Histories.standard();
        List<LeadKpi<?>> kpis = List.of(ACCURACY, RESPONSE, CLOSED, VELOCITY, FAULTS, LATENESS, MERGED);
        folded = Folded.of(histories, kpis);
        duck = Duck.of(histories);
        duck.runFile("kpis.sql");
        // Leads whose 60 days are over, by their outcome within them.
        duck.run("""
                create table judged as
                select score, probability, coalesce(converted <= captured + interval 60 day, false) as won
                from lead where captured is not null and (converted is null or converted >= captured) and decisive is not null
                  and date_trunc('second', captured + interval 60 day + interval 999999 microsecond)
                    <= date_trunc('second', as_of())
                """);
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    private static long whole(BigDecimal number) {
        return number.longValueExact();
    }

    private static Long number(KpiResult result) {
        return whole(result.value().number().orElseThrow());
    }

    private static double decimal(KpiResult result) {
        return result.value().number().orElseThrow().doubleValue();
    }

    private static Accuracy accuracy() {
        return folded.result(ACCURACY, Histories.AS_OF);
    }

    @Test
    @DisplayName(
            "score.auc within 60 days: pairs in the right order over all pairs, of matured leads; the others by reason")
    void auc() {
        KpiResult auc = accuracy().auc();
        List<@Nullable Object> ours = new ArrayList<>(List.of(
                whole(auc.basis().numerator().multiply(BigDecimal.valueOf(2))),
                whole(auc.basis().denominator()),
                auc.basis().excluded().get("horizon not over"),
                auc.basis().excluded().get("converted before the capture"),
                auc.basis().excluded().get("undated lead")));
        assertThat(ours).isEqualTo(duck.row("""
                with ranked as (select won, 2 * rank() over (order by score) + count(*) over (partition by score) - 1 as twice
                  from judged),
                sums as (select count(*) filter (where won) as p, count(*) filter (where not won) as n,
                  sum(twice) filter (where won) as twice from ranked),
                dated as (select *, converted is not null and converted < captured as early,
                    date_trunc('second', captured + interval 60 day + interval 999999 microsecond)
                      > date_trunc('second', as_of()) as young from lead where captured is not null)
                select twice - p * (p + 1), p * n,
                  (select count(*) filter (where young and not early and decisive is not null) from dated),
                  (select count(*) filter (where early) from dated),
                  (select count(*) from lead where captured is null) from sums
                """));
    }

    @Test
    @DisplayName("score.ks and score.lift are those of the formulas")
    void ksAndLift() {
        List<@Nullable Object> row = duck.row("""
                with counted as (select score, count(*) filter (where won) as p, count(*) filter (where not won) as n
                  from judged group by score),
                sums as (select sum(p) as wins, sum(n) as rest from counted),
                walked as (select score, p, n, sum(p) over (order by score) as p_to, sum(n) over (order by score) as n_to,
                  sum(p + n) over (order by score desc) - (p + n) as above from counted)
                select max(abs(p_to / wins - n_to / rest)),
                  sum(p * least(1, greatest(0, 0.1 * (wins + rest) - above) / (p + n))) / (0.1 * any_value(wins))
                from walked, sums
                """);
        assertThat(decimal(accuracy().ks())).isCloseTo(((Number) row.get(0)).doubleValue(), within(1e-6));
        assertThat(decimal(accuracy().lift())).isCloseTo(((Number) row.get(1)).doubleValue(), within(1e-6));
    }

    @Test
    @DisplayName("Log loss, Brier score and observed to expected are those of the formulas")
    void forecasts() {
        List<@Nullable Object> row = duck.row("""
                with told as (select probability / 1000000.0::double as p, won::int as y,
                    greatest(1, least(999999, probability)) / 1000000.0::double as c
                  from judged where probability is not null)
                select avg((p - y) * (p - y)), -avg(case y when 1 then ln(c) else ln(1 - c) end), sum(y) / sum(p), count(*)
                from told
                """);
        Accuracy.Forecasts forecasts = accuracy().forecasts();
        assertThat(decimal(forecasts.brier())).isCloseTo(((Number) row.get(0)).doubleValue(), within(1e-6));
        assertThat(decimal(forecasts.logLoss())).isCloseTo(((Number) row.get(1)).doubleValue(), within(1e-6));
        assertThat(decimal(forecasts.observedToExpected()))
                .isCloseTo(((Number) row.get(2)).doubleValue(), within(1e-6));
        assertThat(whole(forecasts.brier().basis().denominator())).isEqualTo(row.get(3));
    }

    @Test
    @DisplayName("score.calibration.slope, .intercept and .in-the-large are where Newton's method ends in SQL")
    void calibrationLine() {
        duck.run("""
                create or replace table odds as
                select ln(p / (1 - p)) as x, count(*) filter (where won) as y, count(*) as n
                from (select won, greatest(1, least(999999, probability)) / 1000000.0::double as p
                  from judged where probability is not null) group by p
                """);
        List<@Nullable Object> line = duck.row("""
                with recursive fit(step, a, b) as (
                  select 0, 0.0::double, 0.0::double
                  union all
                  select any_value(step) + 1,
                    any_value(a) + (sum(r) * sum(w * x * x) - sum(r * x) * sum(w * x)) / (sum(w) * sum(w * x * x) - sum(w * x) ^ 2),
                    any_value(b) + (sum(r * x) * sum(w) - sum(r) * sum(w * x)) / (sum(w) * sum(w * x * x) - sum(w * x) ^ 2)
                  from (select step, a, b, x, y - n * q as r, n * q * (1 - q) as w
                    from (select *, 1 / (1 + exp(-a - b * x)) as q from fit, odds where step < 20))
                  having count(*) > 0)
                select a, b from fit where step = 20
                """);
        Object inTheLarge = duck.row("""
                with recursive fit(step, a) as (
                  select 0, 0.0::double
                  union all
                  select any_value(step) + 1, any_value(a) + sum(y - n * q) / sum(n * q * (1 - q))
                  from (select *, 1 / (1 + exp(-a - x)) as q from fit, odds where step < 20)
                  having count(*) > 0)
                select a from fit where step = 20
                """).get(0);
        Accuracy.Line ours = accuracy().forecasts().line();
        Rows.assertValue(ours.intercept(), line.get(0));
        Rows.assertValue(ours.slope(), line.get(1));
        Rows.assertValue(ours.inTheLarge(), inTheLarge);
        assertThat(List.of(
                        whole(ours.slope().basis().numerator()),
                        whole(ours.slope().basis().denominator())))
                .isEqualTo(duck.row("select sum(y)::bigint, sum(n)::bigint from odds"));
    }

    @Test
    @DisplayName("score.psi: tenths of the leads before against those since")
    void drift() {
        StabilityIndex index = accuracy().drift().comparison().orElseThrow();
        List<@Nullable Object> row = duck.row("""
                with scored as (select score, captured < timestamp '2025-10-01' as earlier from lead
                  where captured is not null and decisive is not null),
                counted as (select score, count(*) as times from scored where earlier group by score),
                walked as (select score, sum(times) over (order by score) as seen, times,
                  (select sum(times) from counted) as size from counted),
                edges as (select score from walked
                  where seen < size and seen * 10 // size > (seen - times) * 10 // size),
                binned as (select earlier, (select count(*) from edges where edges.score < scored.score) as bin from scored),
                bins as (select bin, count(*) filter (where earlier) as a, count(*) filter (where not earlier) as b
                  from binned group by bin),
                shares as (select (a + 0.5) / (sum(a) over () + 0.5 * count(*) over ()) as p,
                  (b + 0.5) / (sum(b) over () + 0.5 * count(*) over ()) as q from bins)
                select sum((q - p) * ln(q / p)), count(*), (select count(*) from scored where earlier) from shares
                """);
        assertThat(index.value().doubleValue()).isCloseTo(((Number) row.get(0)).doubleValue(), within(1e-6));
        assertThat(List.of((long) index.bins(), index.before())).isEqualTo(row.subList(1, 3));
    }

    @Test
    @DisplayName(
            "lead.response.episode: first waits of leads that never waited again, answered in time, late and overdue")
    void episodes() {
        EpisodeResponse.Responses responses = folded.result(RESPONSE, Histories.AS_OF);
        assertThat(List.of(
                        whole(responses.wall().inTime().basis().numerator()),
                        whole(responses.wall().inTime().basis().denominator()),
                        whole(responses.soon().basis().numerator()),
                        number(responses.wall().p50()),
                        number(responses.wall().p90()),
                        number(responses.business().p90())))
                .isEqualTo(duck.row("""
                        with starts as (
                          -- the capture, an opening again, and the first coming again since a loss that still stands
                          select lead_id, captured_seq as seq, captured as ts from capture
                          union all
                          select lead_id, seq, ts from ev where type = 'reopened'
                          union all
                          select lead_id, seq, ts from (
                            select ev.lead_id, ev.seq, ev.ts, ev.type,
                              max(case when ev.type in ('lost', 'entered', 'converted', 'reopened') then ev.seq end)
                                over (partition by ev.lead_id order by ev.seq) as last_move
                            from ev left join capture on capture.lead_id = ev.lead_id
                            where captured_seq is null or ev.seq <> captured_seq) as told
                          where type = 'submitted' and exists(from ev moved
                            where moved.lead_id = told.lead_id and moved.seq = last_move and moved.type = 'lost')
                          qualify row_number() over (partition by lead_id, last_move order by seq) = 1),
                        waits as (
                          -- who waits already does not begin to wait
                          select starts.*, (select min(seq) from ev where ev.lead_id = starts.lead_id and type = 'responded'
                              and ev.ts >= starts.ts and (ev.seq > starts.seq or starts.seq = captured_seq)) as answer
                          from starts left join capture using (lead_id)),
                        episodes as (select lead_id, min(seq) as seq, min(ts) as ts, answer from waits group by lead_id, answer),
                        timed as (select episodes.*, seconds(episodes.ts, ev.ts) as took,
                            ev.ts <= episodes.ts + interval 30 minute as in_time, ev.ts <= episodes.ts + interval 5 minute as soon,
                            date_trunc('second', episodes.ts + interval 30 minute + interval 999999 microsecond)
                              < date_trunc('second', as_of()) as overdue
                          from episodes left join ev on ev.lead_id = episodes.lead_id and ev.seq = answer)
                        select count(*) filter (where in_time),
                          count(*) filter (where answer is not null or overdue), count(*) filter (where soon),
                          quantile_disc(bucket(took), 0.5), quantile_disc(bucket(took), 0.9), quantile_disc(bucket(took), 0.9)
                        from timed
                        """));
    }

    @Test
    @DisplayName("lead.cycle of all closed leads, by when they were closed")
    void closed() {
        SalesCycle.Lengths lengths = folded.result(CLOSED, Histories.AS_OF);
        assertThat(List.of(
                        number(lengths.p50()),
                        number(lengths.p90()),
                        whole(lengths.p90().basis().denominator()),
                        lengths.p90().basis().excluded().get("closed before the capture"),
                        lengths.p90().basis().excluded().get("not closed")))
                .isEqualTo(duck.row("""
                        with ends as (select captured, coalesce(converted, lost) as closed from lead where captured is not null),
                        cycles as (select seconds(captured, closed) as took from ends
                          where closed >= captured and closed >= timestamp '2025-06-01' and closed < timestamp '2026-01-01')
                        select quantile_disc(bucket(took), 0.5), quantile_disc(bucket(took), 0.9), count(*),
                          (select count(*) from ends where closed < captured), (select count(*) from ends where closed is null)
                        from cycles
                        """));
    }

    @Test
    @DisplayName("lead.velocity.to-date: the days of the month that are over against the same days of the month before")
    void velocityToDate() {
        Instant asOf = Instant.parse("2026-03-31T15:00:00Z");
        KpiResult toDate = folded.result(VELOCITY, asOf).toDate();
        assertThat(toDate.definition().id()).contains("&version=2");
        assertThat(List.of(
                        whole(toDate.basis().numerator()), whole(toDate.basis().denominator())))
                .isEqualTo(duck.row("""
                        with days as (select local(qualified)::date as day from first_qualified
                          where captured is not null and qualified is not null),
                        sums as (select count(*) filter (where day >= date '2026-03-01' and day < date '2026-03-31') as now,
                          count(*) filter (where day >= date '2026-02-01' and day < date '2026-03-01') as before from days)
                        select now - before, before from sums
                        """));
    }

    @Test
    @DisplayName("lead.duplicates: records less leads over records, and leads of several records over leads")
    void duplicates() {
        MergedRecords.Duplicates duplicates = folded.result(MERGED, Histories.AS_OF);
        assertThat(List.of(
                        whole(duplicates.records().basis().numerator()),
                        whole(duplicates.records().basis().denominator()),
                        whole(duplicates.leads().basis().numerator()),
                        whole(duplicates.leads().basis().denominator())))
                .isEqualTo(duck.row("""
                        select (select count(*) from merged), count(distinct lead_id),
                          (select count(*) from lead where records > 1), (select count(*) from lead) from raw
                        """));
    }

    @Test
    @DisplayName("data.lateness: median and 99th percentile over all events that count")
    void lateness() {
        Lateness.Delays delays = folded.result(LATENESS, Histories.AS_OF);
        assertThat(List.of(
                        number(delays.p50()),
                        number(delays.p99()),
                        whole(delays.p99().basis().denominator()),
                        delays.p99().basis().excluded().getOrDefault("recorded before it happened", 0L)))
                .isEqualTo(duck.row("""
                        with late as (select seconds(ts, recorded) as s from ev)
                        select quantile_disc(bucket(s), 0.5) filter (where s >= 0), quantile_disc(bucket(s), 0.99) filter (where s >= 0),
                          count(*) filter (where s >= 0), count(*) filter (where s < 0) from late
                        """));
    }

    @Test
    @DisplayName("data.faults: events of unknown types and from the future, and their leads")
    void faults() {
        DataFaults.Found found = folded.result(FAULTS, Histories.AS_OF);
        DataFaults.Fault unknown = fault(found, DataFault.UNKNOWN_TYPE);
        DataFaults.Fault future = fault(found, DataFault.FROM_THE_FUTURE);
        DataFaults.Fault broken = fault(found, DataFault.BROKEN_DURATION);
        assertThat(List.of(
                        unknown.events(),
                        whole(unknown.leads().basis().numerator()),
                        future.events(),
                        whole(future.leads().basis().numerator()),
                        broken.events(),
                        whole(found.any().basis().denominator())))
                .isEqualTo(duck.row("""
                        select count(*) filter (where type = 'unknown'),
                          count(distinct lead_id) filter (where type = 'unknown'),
                          count(*) filter (where type <> 'unknown' and recorded < ts - interval 300 second),
                          count(distinct lead_id) filter (where type <> 'unknown' and recorded < ts - interval 300 second),
                          (select count(*) from ev where type = 'worked' and seconds < 0),
                          (select count(*) from lead) from told
                        """));
    }

    private static DataFaults.Fault fault(DataFaults.Found found, DataFault fault) {
        DataFaults.Fault told = found.byFault().get(fault);
        if (told == null) {
            throw new AssertionError("every fault is told, " + fault + " too");
        }
        return told;
    }
}
