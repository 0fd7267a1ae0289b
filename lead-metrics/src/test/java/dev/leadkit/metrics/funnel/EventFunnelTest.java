package dev.leadkit.metrics.funnel;

import static dev.leadkit.metrics.funnel.FunnelArbitraries.A;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.B;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.START;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.X;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.fold.Resolution;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class EventFunnelTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static LeadFacts lead(boolean dated, Object... secondsAndWhat) {
        List<FactEvent> events = new ArrayList<>();
        events.add(new FactEvent("e", START, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, dated)));
        for (int i = 0; i < secondsAndWhat.length; i += 2) {
            events.add(new FactEvent(
                    "e" + i, START.plusSeconds((Integer) secondsAndWhat[i]), (Occurrence) secondsAndWhat[i + 1]));
        }
        return LeadFacts.of(new LeadId("lead"), events);
    }

    private static Occurrence in(String stage) {
        return new Occurrence.Entered(new Stage(stage));
    }

    private static EventFunnel.Way way(FunnelSpec.Builder rules, Instant asOf, LeadFacts... leads) {
        EventFunnel funnel = new EventFunnel(rules.build());
        Counts counts = funnel.create();
        for (LeadFacts lead : leads) {
            funnel.add(counts, lead);
        }
        return funnel.result(counts, asOf);
    }

    private static final LeadFacts FAST = lead(true, 10, in("a"), 20, in("b"));
    private static final LeadFacts SLOW = lead(true, 5, in("a"), 3_605, in("b"));
    private static final LeadFacts TOO_SLOW = lead(true, 6, in("a"), 3_607, in("b"));
    private static final LeadFacts OUTSIDE = lead(true, 6, in("b"));
    private static final LeadFacts UNDATED = lead(false, 6, in("a"));

    @Test
    @DisplayName("A step at the very end of the window is in it, and everybody else is counted with a reason")
    void window() {
        EventFunnel.Way way = way(
                FunnelSpec.of(A, B).window(Window.fromFirstStep(HOUR)), START, FAST, SLOW, TOO_SLOW, OUTSIDE, UNDATED);
        StepTaken second = way.steps().get(1);
        assertThat(way.entries()).isEqualTo(3);
        assertThat(way.immature()).isEqualTo(3);
        assertThat(second.taken()).isEqualTo(2);
        assertThat(second.fromFirst().value()).isEqualTo(new KpiValue.Known(new BigDecimal("0.666667")));
        assertThat(second.fromPrevious().interval()).isPresent();
        assertThat(second.fromFirst().basis().excluded())
                .isEqualTo(Map.of("did not enter the funnel", 1L, LeadFacts.UNDATED, 1L));
        assertThat(second.times().sinceEntry().get(25).value())
                .isEqualTo(new KpiValue.Known(new BigDecimal("10.000000")));
        assertThat(second.times().sincePrevious().get(99).value())
                .isEqualTo(new KpiValue.Known(new BigDecimal("3600.000000")));
    }

    @Test
    @DisplayName("Matured only: an entry counts from the very end of its window, and is left out as young before")
    void matured() {
        FunnelSpec.Builder rules =
                FunnelSpec.of(A, B).window(Window.fromFirstStep(HOUR)).maturedOnly();
        EventFunnel.Way before = way(rules, START.plusSeconds(3_604), FAST, SLOW, TOO_SLOW);
        assertThat(before.entries()).isZero();
        assertThat(before.immature()).isEqualTo(3);
        assertThat(before.steps().get(1).fromFirst().value()).isEqualTo(new KpiValue.Undefined("nobody took step 1 a"));
        EventFunnel.Way after = way(rules, START.plusSeconds(3_609), FAST, SLOW, TOO_SLOW);
        assertThat(after.entries()).isEqualTo(2);
        assertThat(after.steps().get(1).taken()).isEqualTo(1);
        assertThat(after.steps().get(1).times().sinceEntry().get(50).basis().denominator())
                .isEqualTo(BigDecimal.ONE);
        assertThat(after.steps().get(1).fromFirst().basis().excluded()).isEqualTo(Map.of("window still open", 1L));
    }

    @Test
    @DisplayName("A window per step is over when every step had its time; ends are rounded up to the resolution")
    void perStep() {
        FunnelSpec.Builder rules = FunnelSpec.of(A, B, X)
                .window(Window.perStep(HOUR))
                .maturedOnly()
                .resolution(new Resolution(Duration.ofHours(1)));
        assertThat(way(rules, START.plus(HOUR.multipliedBy(3)).minusSeconds(1), FAST)
                        .entries())
                .isZero();
        assertThat(way(rules, START.plus(HOUR.multipliedBy(3)), FAST).entries()).isOne();
    }

    @Test
    @DisplayName("Something excluded takes the lead out of the whole funnel, or ends the way")
    void exclusions() {
        LeadFacts twice = lead(true, 1, in("a"), 2, new Occurrence.Touched("x"), 3, in("b"), 4, in("a"), 5, in("b"));
        FunnelSpec.Builder rules =
                FunnelSpec.of(A, B).anchor(Anchor.LATEST_ENTRY).exclude(X);
        assertThat(way(rules, START, twice).steps().get(1).taken()).isOne();
        assertThat(way(rules.anchor(Anchor.FIRST_ENTRY), START, twice)
                        .steps()
                        .get(1)
                        .taken())
                .isZero();
        EventFunnel.Way out = way(rules.scope(Exclusion.Scope.WHOLE_FUNNEL), START, twice);
        assertThat(out.entries()).isZero();
        assertThat(out.steps().get(0).fromFirst().basis().excluded())
                .isEqualTo(Map.of("did something excluded on the way", 1L));
    }

    @Test
    @DisplayName("An excluded entry is left out by itself where entries are counted")
    void excludedEntry() {
        LeadFacts twice = lead(true, 1, in("a"), 2, new Occurrence.Touched("x"), 3, in("b"), 4, in("a"), 5, in("b"));
        EventFunnel.Way way = way(
                FunnelSpec.of(A, B).count(FunnelSpec.Unit.ENTRY).exclude(X).scope(Exclusion.Scope.WHOLE_FUNNEL),
                START,
                twice);
        assertThat(way.entries()).isOne();
        assertThat(way.steps().get(1).taken()).isOne();
        assertThat(way.steps().get(1).fromFirst().basis().excluded())
                .containsEntry("did something excluded on the way", 1L);
    }

    @Test
    @DisplayName("Every kind of event can be a step")
    void kinds() {
        LeadFacts all = lead(
                true,
                1,
                new Occurrence.Touched("mail"),
                2,
                new Occurrence.Owned(Optional.of(new RepId("ann"))),
                3,
                new Occurrence.Responded(),
                4,
                new Occurrence.Scored(Points.of(3), Optional.empty()),
                5,
                new Occurrence.Lost(Optional.of(new Stage("closed"))),
                6,
                new Occurrence.Reopened(),
                7,
                new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true),
                8,
                new Occurrence.Converted(Optional.of(new Stage("won")), Optional.empty()));
        EventFunnel.Way way = way(
                FunnelSpec.of(
                        FunnelStep.captured(),
                        FunnelStep.touched(),
                        FunnelStep.owned(),
                        FunnelStep.responded(),
                        FunnelStep.entered(new Stage("closed")),
                        FunnelStep.reopened(),
                        FunnelStep.submitted(),
                        FunnelStep.converted()),
                START,
                all);
        assertThat(way.steps()).extracting(StepTaken::taken).containsOnly(1L);
        assertThat(way(FunnelSpec.of(FunnelStep.touched("mail"), FunnelStep.lost()), START, all)
                        .steps())
                .extracting(StepTaken::taken)
                .containsExactly(1L, 1L);
        assertThat(way(FunnelSpec.of(FunnelStep.touched("x"), FunnelStep.captured()), START, all)
                        .entries())
                .isZero();
        LeadFacts queued = lead(
                true,
                1,
                new Occurrence.Owned(Optional.empty()),
                2,
                new Occurrence.Converted(Optional.empty(), Optional.empty()),
                3,
                new Occurrence.Voided());
        assertThat(way(FunnelSpec.of(FunnelStep.captured(), FunnelStep.owned()), START, queued)
                        .steps())
                .extracting(StepTaken::taken)
                .as("a queue owns nothing")
                .containsExactly(1L, 0L);
        assertThat(way(FunnelSpec.of(FunnelStep.captured(), FunnelStep.converted()), START, queued)
                        .steps())
                .extracting(StepTaken::taken)
                .as("a voided conversion is none")
                .containsExactly(1L, 0L);
    }

    @Test
    @DisplayName("An explanation names the steps and shows the events of the way")
    void explained() {
        Explanation why = Explanation.of(new EventFunnel(FunnelSpec.of(A, B).build()), FAST);
        assertThat(why.evidence()).extracting(FactEvent::id).containsExactly("e0", "e2");
        assertThat(why.cells())
                .filteredOn(cell -> cell.part().equals("took the step"))
                .extracting(Explanation.Cell::groups)
                .containsExactly(List.of("1 a"), List.of("2 b"));
        assertThat(Explanation.of(new EventFunnel(FunnelSpec.of(A, B).build()), OUTSIDE)
                        .excluded())
                .containsKey("did not enter the funnel");
    }

    @Test
    @DisplayName("Cells of durations go there and back for every bucket")
    void cells() {
        for (long seconds = 1; seconds > 0 && seconds < Long.MAX_VALUE / 3; seconds = seconds * 3 + 1) {
            Counts counts = new Counts();
            counts.add(0, DurationCell.of(seconds, -7), 1);
            assertThat(DurationCell.buckets(counts, 0, over -> over == -7).keys(0))
                    .containsExactly(DurationBuckets.of(seconds));
            assertThat(DurationCell.buckets(counts, 0, over -> over != -7).keys(0))
                    .isEmpty();
        }
    }
}
