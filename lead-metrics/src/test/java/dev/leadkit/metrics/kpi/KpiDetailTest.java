package dev.leadkit.metrics.kpi;

import static dev.leadkit.metrics.Shown.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.explain.Explanation.Cell;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The borders of the plain figures: which months, which closes, and why a lead is in none. */
final class KpiDetailTest {

    private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-10T09:00:00Z");
    private static final Stage MQL = new Stage("mql");
    private static final LeadVelocity VELOCITY = new LeadVelocity(Set.of(MQL), ZoneOffset.UTC);
    private static final Occurrence WON = new Occurrence.Converted(Optional.empty(), Optional.empty());
    private static final Occurrence LOST = new Occurrence.Lost(Optional.empty());

    private static LeadFacts lead(boolean dated, Instant came, Instant then, Occurrence what) {
        return LeadFacts.of(
                new LeadId("lead"),
                List.of(
                        new FactEvent(
                                "came", came, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, dated)),
                        new FactEvent("then", then, what)));
    }

    private static LeadFacts qualified(String day) {
        Instant at = Instant.parse(day + "T12:00:00Z");
        return lead(true, at.minusSeconds(5), at, new Occurrence.Entered(MQL));
    }

    private static <R> R result(LeadKpi<R> kpi, LeadFacts... leads) {
        return List.of(leads).stream().collect(kpi.collector(JULY));
    }

    private static Map<String, Long> excluded(KpiResult figure) {
        return figure.basis().excluded();
    }

    @Test
    @DisplayName(
            "Growth by month: 2, then 3 are half more; a month of none is there with 0, and nothing can grow on it")
    void growth() {
        Velocity velocity = result(
                VELOCITY,
                qualified("2026-03-01"),
                qualified("2026-03-31"),
                qualified("2026-04-01"),
                qualified("2026-04-02"),
                qualified("2026-04-30"));
        assertThat(velocity.months())
                .extracting(MonthGrowth::month)
                .containsExactly(
                        YearMonth.of(2026, 3),
                        YearMonth.of(2026, 4),
                        YearMonth.of(2026, 5),
                        YearMonth.of(2026, 6),
                        YearMonth.of(2026, 7));
        assertThat(velocity.months()).extracting(MonthGrowth::qualified).containsExactly(2L, 3L, 0L, 0L, 0L);
        assertThat(velocity.months().stream().map(month -> shown(month.growth())))
                .containsExactly(
                        "no lead was first qualified in the month before",
                        "0.5 share",
                        "-1 share",
                        "no lead was first qualified in the month before",
                        "the month is not over");
        assertThat(velocity.latest()).isEqualTo(velocity.months().get(3).growth());
    }

    @Test
    @DisplayName("Without leads there are no months; with leads of this month alone, there is only this one")
    void noMonths() {
        Velocity none = result(VELOCITY);
        assertThat(none.months()).isEmpty();
        assertThat(shown(none.latest())).isEqualTo("no dated lead was qualified");
        Velocity young = result(VELOCITY, qualified("2026-07-01"));
        assertThat(young.months()).extracting(MonthGrowth::qualified).containsExactly(1L);
        assertThat(shown(young.latest())).isEqualTo("no month with qualified leads is over");
        assertThat(young.latest().basis().numerator()).isEqualByComparingTo("1");
        Velocity later = result(VELOCITY, qualified("2026-08-01"));
        assertThat(later.months()).isEmpty();
        assertThat(excluded(later.latest())).isEqualTo(Map.of("qualified after the as-of month", 1L));
    }

    @Test
    @DisplayName("The months are the last 120; what is outside of them is left out and counted")
    void manyMonths() {
        Velocity velocity = result(
                VELOCITY,
                qualified("2016-07-31"),
                qualified("2016-08-01"),
                qualified("2026-07-31"),
                qualified("2026-08-01"),
                qualified("2026-08-02"));
        assertThat(velocity.months()).hasSize(LeadVelocity.MOST_MONTHS);
        assertThat(velocity.months().get(0).month()).isEqualTo(YearMonth.of(2016, 8));
        assertThat(velocity.months().get(0).qualified()).isEqualTo(1);
        assertThat(velocity.months().get(119).qualified()).isEqualTo(1);
        assertThat(excluded(velocity.latest()))
                .isEqualTo(Map.of("qualified after the as-of month", 2L, "qualified more than 120 months ago", 1L));
    }

    @Test
    @DisplayName("Undated leads and those never qualified are left out and counted")
    void leftOut() {
        LeadFacts undated = lead(false, T0, T0.plusSeconds(1), new Occurrence.Entered(MQL));
        LeadFacts never = lead(true, T0, T0.plusSeconds(1), WON);
        Velocity velocity = result(VELOCITY, undated, never, qualified("2026-06-01"));
        assertThat(excluded(velocity.latest())).isEqualTo(Map.of("undated lead", 1L, "never qualified", 1L));
        assertThat(excluded(velocity.toDate())).isEqualTo(Map.of("undated lead", 1L, "never qualified", 1L));
        assertThat(VELOCITY.evidence(never)).isEmpty();
        Explanation why = Explanation.of(VELOCITY, qualified("1970-02-01"));
        assertThat(why.cells()).containsExactly(new Cell(List.of(), "first qualified on day (from 1970-01-01)", 31, 1));
        assertThat(why.evidence()).extracting(FactEvent::id).containsExactly("then");
    }

    @Test
    @DisplayName("A piece of the counts in which more was taken back than counted has no growth")
    void incomplete() {
        Counts counts = VELOCITY.create();
        VELOCITY.add(counts, qualified("2026-05-01"));
        VELOCITY.retract(counts, qualified("2026-06-01"));
        VELOCITY.add(counts, qualified("2026-06-30"));
        VELOCITY.retract(counts, qualified("2026-06-30"));
        VELOCITY.retract(counts, qualified("2026-07-01"));
        Velocity piece = VELOCITY.result(counts, JULY);
        assertThat(shown(piece.latest())).isEqualTo(KpiResult.INCOMPLETE);
        assertThat(shown(piece.toDate())).isEqualTo(KpiResult.INCOMPLETE);
        VELOCITY.add(counts, qualified("2026-06-02"));
        VELOCITY.add(counts, qualified("2026-06-02"));
        assertThat(shown(VELOCITY.result(counts, JULY).latest())).isEqualTo("0 share");
        assertThat(shown(VELOCITY.result(counts, JULY).toDate())).isEqualTo(KpiResult.INCOMPLETE);
    }

    @Test
    @DisplayName("The name of the growth tells stages, zone and version; a growth of no stage is refused")
    void names() {
        LeadVelocity second = new LeadVelocity(Set.of(new Stage("sql"), MQL), ZoneOffset.UTC, "2");
        assertThat(second.definition().id()).isEqualTo("lead.velocity/1?qualified=mql,sql&zone=Z&version=2");
        assertThat(VELOCITY.definition().id()).isEqualTo("lead.velocity/1?qualified=mql&zone=Z");
        assertThat(result(second).toDate().definition().id())
                .isEqualTo("lead.velocity.to-date/1?qualified=mql,sql&zone=Z&version=2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeadVelocity(Set.of(), ZoneOffset.UTC))
                .withMessage("qualified must be at least one stage, was none");
    }

    @Test
    @DisplayName("Why a lead has no cycle: undated, still open, won before it came")
    void noCycle() {
        SalesCycle.Lengths won = result(
                new SalesCycle(),
                lead(false, T0, T0.plusSeconds(9), WON),
                lead(true, T0, T0.plusSeconds(9), LOST),
                lead(true, T0, T0.minusSeconds(9), WON));
        assertThat(shown(won.p50())).isEqualTo("no dated lead was converted");
        assertThat(excluded(won.p90()))
                .isEqualTo(Map.of("undated lead", 1L, "not converted", 1L, "converted before the capture", 1L));
        assertThat(won.p50().definition().meaning())
                .startsWith("The median of the time from capture to first conversion of converted leads");
        SalesCycle closed = new SalesCycle(SalesCycle.Population.CLOSED);
        assertThat(closed.definition().meaning())
                .startsWith("The median of the time from capture to close of closed leads");
        assertThat(shown(result(closed).p90())).isEqualTo("no dated lead was closed");
        LeadFacts zero = lead(true, T0, T0, WON);
        assertThat(shown(result(new SalesCycle(), zero).p50())).isEqualTo("0 s");
        assertThat(new SalesCycle(SalesCycle.Population.WON, Instant.MIN, JULY)
                        .definition()
                        .id())
                .isEqualTo("lead.cycle.p50/1?from=-1000000000-01-01T00:00:00Z&to=2026-07-10T09:00:00Z");
        assertThat(new SalesCycle(SalesCycle.Population.WON, T0, Instant.MAX)
                        .definition()
                        .id())
                .isEqualTo("lead.cycle.p50/1?from=2026-03-01T00:00:00Z&to=+1000000000-12-31T23:59:59.999999999Z");
    }

    @Test
    @DisplayName("A lead's part in a cycle and in the conversion can be explained")
    void explained() {
        Explanation cycle = Explanation.of(new SalesCycle(), lead(true, T0, T0.plusSeconds(9), WON));
        assertThat(cycle.cells()).containsExactly(new Cell(List.of(), "converted after seconds", 9, 1));
        assertThat(cycle.evidence()).extracting(FactEvent::id).containsExactly("came", "then");
        LeadFacts lost = lead(true, T0, T0.plusSeconds(9), LOST);
        assertThat(new SalesCycle().evidence(lost)).extracting(FactEvent::id).containsExactly("came");
        assertThat(Explanation.of(new SalesCycle(SalesCycle.Population.CLOSED), lost)
                        .cells())
                .containsExactly(new Cell(List.of(), "closed after seconds", 9, 1));
        Explanation conversion = Explanation.of(new LeadConversion(), lead(false, T0, T0.plusSeconds(9), WON));
        assertThat(conversion.cells())
                .containsExactly(new Cell(List.of(), "converted", 0, 1), new Cell(List.of(), "captured", 0, 1));
        assertThat(conversion.definition().id()).isEqualTo("lead.conversion/1");
        assertThat(shown(result(new LeadConversion()))).isEqualTo("no leads");
        assertThat(shown(result(new LeadConversion(), lost, lead(true, T0, T0, WON))))
                .isEqualTo("0.5 share");
    }
}
