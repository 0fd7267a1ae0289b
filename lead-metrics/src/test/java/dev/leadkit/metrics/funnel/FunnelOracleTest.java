package dev.leadkit.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.oracle.Duck;
import dev.leadkit.metrics.oracle.Folded;
import dev.leadkit.metrics.oracle.Histories;
import dev.leadkit.metrics.oracle.Rows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Funnels and outcomes of 20,000 leads against SQL over the raw events. */
@Tag(Duck.TAG)
final class FunnelOracleTest {

    private static final FunnelStep MQL = FunnelStep.entered(Histories.STAGES.get(1));
    private static final FunnelStep SQL = FunnelStep.entered(Histories.STAGES.get(2));
    private static final FunnelStep WON = FunnelStep.entered(Histories.STAGES.get(3));

    private static final EventFunnel FIRST_ENTRY =
            new EventFunnel(FunnelSpec.of(FunnelStep.captured(), FunnelStep.responded(), MQL, FunnelStep.converted())
                    .window(Window.fromFirstStep(Duration.ofDays(30)))
                    .maturedOnly()
                    .build());
    private static final EventFunnel WINDOW_FUNNEL = new EventFunnel(
            FunnelPreset.WINDOW_FUNNEL.steps(MQL, FunnelStep.responded(), WON).build());
    private static final EventFunnel NEAREST_ENTRY = new EventFunnel(FunnelSpec.of(MQL, WON)
            .anchor(Anchor.LATEST_ENTRY)
            .count(FunnelSpec.Unit.ENTRY)
            .window(Window.fromFirstStep(Duration.ofDays(14)))
            .build());
    private static final EventFunnel ANY =
            new EventFunnel(FunnelPreset.HUBSPOT_ANY.steps(MQL, SQL, WON).build());
    private static final EventFunnel IMPLIED = new EventFunnel(FunnelPreset.BITRIX_CONVERSION
            .steps(FunnelStep.entered(Histories.STAGES.get(0)), MQL, SQL, WON)
            .build());
    private static final StageOutcomes OUTCOMES = new StageOutcomes(Histories.STAGES);

    private static Folded folded;
    private static Duck duck;

    @BeforeAll
    static void load() {
        Histories histories = Histories.standard();
        List<LeadKpi<?>> kpis = List.of(FIRST_ENTRY, WINDOW_FUNNEL, NEAREST_ENTRY, ANY, IMPLIED, OUTCOMES);
        folded = Folded.of(histories, kpis);
        duck = Duck.of(histories);
        // Each step that a dated lead takes, by its place in the order of events.
        duck.run("""
                create table step as
                select lead_id, 'responded' as step, ts, seq from ev semi join capture using (lead_id) where type = 'responded'
                union all select lead_id, stage, ts, seq from entry semi join capture using (lead_id)
                union all select lead_id, 'converted', converted, min(seq) from lead join ev using (lead_id)
                  where captured is not null and type = 'converted' and ts = converted group by lead_id, converted
                """);
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    private static EventFunnel.Way way(EventFunnel funnel) {
        return folded.result(funnel, Histories.AS_OF);
    }

    private static List<@Nullable Object> taken(EventFunnel.Way way) {
        List<@Nullable Object> taken = new ArrayList<>();
        way.steps().forEach(step -> taken.add(step.taken()));
        return taken;
    }

    private static Long number(@Nullable KpiResult result) {
        return result == null ? -1 : result.value().number().orElseThrow().longValueExact();
    }

    @Test
    @DisplayName(
            "First entry: each step is the first of its kind after the one before, within 30 days of the capture, matured only")
    void firstEntry() {
        EventFunnel.Way way = way(FIRST_ENTRY);
        List<@Nullable Object> ours = taken(way);
        StepTaken.Times times = way.steps().get(3).times();
        ours.add(number(times.sinceEntry().get(50)));
        ours.add(number(times.sinceEntry().get(99)));
        ours.add(number(times.sincePrevious().get(50)));
        ours.add(way.immature());
        assertThat(ours).isEqualTo(duck.row("""
                with s1 as (select lead_id, captured as t1, captured_seq as q1 from capture where captured is not null),
                s2 as (select s1.*, (select min(seq) from step where lead_id = s1.lead_id and step = 'responded'
                        and seq > q1 and ts <= t1 + interval 30 day) as q2 from s1),
                s3 as (select s2.*, (select min(seq) from step where lead_id = s2.lead_id and step = 'mql'
                        and seq > q2 and ts <= t1 + interval 30 day) as q3 from s2),
                s4 as (select s3.*, (select min(seq) from step where lead_id = s3.lead_id and step = 'converted'
                        and seq > q3 and ts <= t1 + interval 30 day) as q4 from s3),
                way as (select s4.*, e3.ts as t3, e4.ts as t4,
                    date_trunc('second', t1 + interval 30 day + interval 999999 microsecond)
                      <= date_trunc('second', as_of()) as matured
                  from s4 left join ev e3 on e3.lead_id = s4.lead_id and e3.seq = q3
                  left join ev e4 on e4.lead_id = s4.lead_id and e4.seq = q4)
                select count(q1) filter (where matured), count(q2) filter (where matured), count(q3) filter (where matured),
                  count(q4) filter (where matured),
                  quantile_disc(bucket(seconds(t1, t4)), 0.5) filter (where matured and q4 is not null),
                  quantile_disc(bucket(seconds(t1, t4)), 0.99) filter (where matured and q4 is not null),
                  quantile_disc(bucket(seconds(t3, t4)), 0.5) filter (where matured and q4 is not null),
                  count(*) filter (where not matured) from way
                """));
    }

    @Test
    @DisplayName("Window funnel: the longest way from any entry within 14 days")
    void windowFunnel() {
        assertThat(taken(way(WINDOW_FUNNEL))).isEqualTo(duck.row("""
                with starts as (select lead_id, ts as t1, seq as q1 from step where step = 'mql'),
                s2 as (select starts.*, (select min(seq) from step where lead_id = starts.lead_id and step = 'responded'
                        and seq > q1 and ts <= t1 + interval 14 day) as q2 from starts),
                s3 as (select s2.*, (select min(seq) from step where lead_id = s2.lead_id and step = 'won'
                        and seq > q2 and ts <= t1 + interval 14 day) as q3 from s2)
                select count(distinct lead_id), count(distinct lead_id) filter (where q2 is not null),
                  count(distinct lead_id) filter (where q3 is not null) from s3
                """));
    }

    @Test
    @DisplayName("Entries by themselves: a conversion counts for the nearest earlier one")
    void nearestEntry() {
        EventFunnel.Way way = way(NEAREST_ENTRY);
        List<@Nullable Object> ours = taken(way);
        ours.add(number(way.steps().get(1).times().sinceEntry().get(50)));
        ours.add(way.immature());
        assertThat(ours).isEqualTo(duck.row("""
                with base as (select lead_id, ts, seq, lead(seq, 1, 1000000) over (partition by lead_id order by seq) as next
                  from step where step = 'mql'),
                chance as (select base.*, (select min(seq) from step where lead_id = base.lead_id and step = 'won'
                        and seq > base.seq and seq < next and ts <= base.ts + interval 14 day) as won from base)
                select count(*), count(won), quantile_disc(bucket(seconds(chance.ts, ev.ts)), 0.5) filter (where won is not null),
                  count(*) filter (where date_trunc('second', chance.ts + interval 14 day + interval 999999 microsecond)
                    > date_trunc('second', as_of()))
                from chance left join ev on ev.lead_id = chance.lead_id and ev.seq = won
                """));
    }

    @Test
    @DisplayName("Any stages: each by itself; of those in the one before, those in both")
    void anyStages() {
        EventFunnel.Way way = way(ANY);
        List<@Nullable Object> ours = taken(way);
        ours.add(way.steps().get(1).fromPrevious().basis().numerator().longValueExact());
        ours.add(way.steps().get(2).fromPrevious().basis().numerator().longValueExact());
        ours.add(way.steps().get(2).fromFirst().basis().numerator().longValueExact());
        ours.add(way.steps().get(2).fromFirst().basis().excluded().get("did not enter the funnel"));
        ours.add(way.steps().get(2).fromFirst().basis().excluded().get(LeadFacts.UNDATED));
        assertThat(ours).isEqualTo(duck.row("""
                with seen as (select lead_id, bool_or(step = 'mql') as m, bool_or(step = 'sql') as s, bool_or(step = 'won') as w
                  from step group by lead_id)
                select count(*) filter (where m), count(*) filter (where s), count(*) filter (where w),
                  count(*) filter (where m and s), count(*) filter (where s and w), count(*) filter (where m and w),
                  (select count(captured) from lead) - count(*) filter (where m or s or w),
                  (select count(*) - count(captured) from lead) from seen
                """));
    }

    @Test
    @DisplayName("A later stage implies the earlier ones")
    void implied() {
        assertThat(taken(way(IMPLIED))).isEqualTo(duck.row("""
                with depth as (select lead_id, max(case step when 'new' then 1 when 'mql' then 2 when 'sql' then 3
                    when 'won' then 4 end) as d from step group by lead_id)
                select count(*) filter (where d >= 1), count(*) filter (where d >= 2), count(*) filter (where d >= 3),
                  count(*) filter (where d >= 4) from depth
                """));
    }

    @Test
    @DisplayName("Outcomes of each stage: what comes next after entering it")
    void outcomes() {
        List<List<@Nullable Object>> ours = new ArrayList<>();
        for (StageOutcome outcome : folded.result(OUTCOMES, Histories.AS_OF)) {
            StageOutcome.Shares shares = outcome.shares();
            List<@Nullable Object> row = new ArrayList<>(List.of(outcome.stage().name(), outcome.entries()));
            for (KpiResult share : List.of(
                    shares.advanced(), shares.regressed(), shares.lost(), shares.transferred(), shares.stillThere())) {
                row.add(share.basis().numerator().longValueExact());
            }
            boolean last = outcome.stage().equals(new Stage("won"));
            row.add(last ? null : number(outcome.times().p50()));
            ours.add(row);
        }
        Rows.assertEqual(ours, duck.rows("""
                with stages(stage, place) as (values ('new', 1), ('mql', 2), ('sql', 3), ('won', 4)),
                moves as (
                  select lead_id, seq, ts, case when type = 'lost' then 'lost' when place is not null then ev.stage
                      when type = 'converted' then '(converted)' else '(elsewhere)' end as now
                  from ev semi join capture using (lead_id) left join stages on stages.stage = ev.stage
                  where type in ('lost', 'converted') or type in ('submitted', 'entered') and ev.stage is not null),
                changes as (select * from moves
                  qualify now is distinct from lag(now) over (partition by lead_id order by seq)),
                stays as (select now as stage, ts, lead(now) over (partition by lead_id order by seq) as next,
                    lead(ts) over (partition by lead_id order by seq) as until from changes),
                placed as (select here.place as here, stays.*, there.place as there from stays
                  join stages here on here.stage = stays.stage left join stages there on there.stage = stays.next)
                select stage, count(*), count(*) filter (where there > here or next = '(converted)'),
                  count(*) filter (where there < here), count(*) filter (where next = 'lost'),
                  count(*) filter (where next = '(elsewhere)'), count(*) filter (where next is null),
                  case when here < 4 then quantile_disc(bucket(seconds(ts, until)), 0.5)
                    filter (where there > here or next = '(converted)') end
                from placed group by here, stage order by here
                """));
    }
}
