package dev.leadkit.metrics.funnel;

import static dev.leadkit.metrics.Shown.shown;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.A;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.B;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.START;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.X;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What funnels keep of each lead, what they call their figures, and how many stages they hold. */
final class FunnelDetailTest {

    private static final Occurrence WON = new Occurrence.Converted(Optional.empty(), Optional.empty());
    private static final Occurrence LOST = new Occurrence.Lost(Optional.empty());
    private static final List<Stage> TWO = stages("new", "mql");
    private static final LeadFacts FAST = lead(true, 10, in("a"), 20, in("b"));

    private static List<Stage> stages(String... names) {
        return Stream.of(names).map(Stage::new).toList();
    }

    private static List<Stage> stages(int many) {
        return IntStream.range(0, many).mapToObj(i -> new Stage("s" + i)).toList();
    }

    private static Occurrence in(String stage) {
        return new Occurrence.Entered(new Stage(stage));
    }

    private static LeadFacts lead(boolean dated, Object... secondsAndWhat) {
        List<FactEvent> events = new ArrayList<>();
        events.add(new FactEvent("came", START, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, dated)));
        for (int i = 0; i < secondsAndWhat.length; i += 2) {
            int second = (Integer) secondsAndWhat[i];
            events.add(new FactEvent("e" + second, START.plusSeconds(second), (Occurrence) secondsAndWhat[i + 1]));
        }
        return LeadFacts.of(new LeadId("lead"), events);
    }

    private static <R> R result(LeadKpi<R> kpi, LeadFacts... leads) {
        return List.of(leads).stream().collect(kpi.collector(START));
    }

    @Test
    @DisplayName("A funnel holds 1 to 63 stages, and the last of them counts like any other")
    void manyStages() {
        Funnel widest = new Funnel(stages(63), Skip.IMPLIED);
        Funnel.Way way = result(widest, lead(true, 1, in("s62")), lead(true, 1, in("s61")));
        assertThat(way.steps().get(61).reached()).isEqualTo(2);
        assertThat(way.steps().get(62).reached()).isEqualTo(1);
        assertThat(shown(way.steps().get(62).fromPrevious())).isEqualTo("0.5 share");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Funnel(stages(64), Skip.IMPLIED))
                .withMessageStartingWith("stages must be 1 to 63, each once, was [s0, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Funnel(List.of(), Skip.STRICT))
                .withMessage("stages must be 1 to 63, each once, was []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Funnel(TWO, Skip.ANY))
                .withMessageStartingWith("skip must be implied or strict, was any");
    }

    @Test
    @DisplayName("The figures of a funnel are named after their stages, and say what a skipped one means")
    void funnelNames() {
        Funnel.Way way = result(new Funnel(TWO, Skip.STRICT));
        Funnel.Step second = way.steps().get(1);
        assertThat(new Funnel(TWO, Skip.STRICT).definition().id())
                .isEqualTo("lead.funnel/1?skip=strict&stages=new,mql");
        assertThat(second.fromPrevious().definition().id())
                .isEqualTo("lead.funnel.step/1?skip=strict&from=new&to=mql&stages=new,mql");
        assertThat(second.fromFirst().definition().id())
                .isEqualTo("lead.funnel.overall/1?skip=strict&from=new&to=mql&stages=new,mql");
        assertThat(second.fromFirst().definition().meaning()).endsWith("; a skipped stage ends the way.");
        assertThat(new Funnel(TWO, Skip.IMPLIED).definition().meaning())
                .isEqualTo("Leads that ever reached each stage, a later stage implies the earlier ones.");
    }

    @Test
    @DisplayName("A lead's part in a funnel is its depth; only entries of its stages are evidence")
    void funnelExplained() {
        LeadFacts lead = lead(true, 1, in("new"), 2, in("else"), 3, in("mql"), 4, in("new"));
        Explanation why = Explanation.of(new Funnel(TWO, Skip.STRICT), lead);
        assertThat(why.cells()).containsExactly(new Cell(List.of(), "deepest stage, from 1", 2, 1));
        assertThat(why.evidence()).extracting(FactEvent::id).containsExactly("e1", "e3", "e4");
    }

    @Test
    @DisplayName("Of each step it is kept who took it, with the one before and the first, and how long it took")
    void eventFunnelExplained() {
        EventFunnel plain = new EventFunnel(FunnelSpec.of(A, B).build());
        assertThat(Explanation.of(plain, FAST).cells())
                .containsExactly(
                        new Cell(List.of(), "entries", 0, 1),
                        new Cell(List.of("1 a"), "took the step", 0, 1),
                        new Cell(List.of("1 a"), "took the step and the one before", 0, 1),
                        new Cell(List.of("1 a"), "took the step and the first", 0, 1),
                        new Cell(List.of("1 a"), "time since the entry, in cells of duration", 0, 1),
                        new Cell(List.of("2 b"), "took the step", 0, 1),
                        new Cell(List.of("2 b"), "took the step and the one before", 0, 1),
                        new Cell(List.of("2 b"), "took the step and the first", 0, 1),
                        new Cell(List.of("2 b"), "time since the step before, in cells of duration", 10, 1),
                        new Cell(List.of("2 b"), "time since the entry, in cells of duration", 10, 1));
        EventFunnel windowed = new EventFunnel(FunnelSpec.of(A, B)
                .window(Window.fromFirstStep(Duration.ofHours(1)))
                .build());
        long over = START.getEpochSecond() + 10 + 3_600;
        assertThat(Explanation.of(windowed, lead(true, 10, in("a"))).cells())
                .containsExactly(
                        new Cell(List.of(), "entries, by when the window is over", over, 1),
                        new Cell(List.of("1 a"), "took the step, by when the window is over", over, 1),
                        new Cell(
                                List.of("1 a"),
                                "took the step and the one before, by when the window is over",
                                over,
                                1),
                        new Cell(List.of("1 a"), "took the step and the first, by when the window is over", over, 1),
                        new Cell(
                                List.of("1 a"),
                                "time since the entry, in cells of duration, by when the window is over",
                                over * 8_192,
                                1));
        Counts counts = windowed.create();
        windowed.add(counts, FAST);
        assertThat(windowed.result(counts, START.plusSeconds(3_609)).immature()).isOne();
        assertThat(windowed.result(counts, START.plusSeconds(3_610)).immature()).isZero();
        assertThat(plain.evidence(lead(false, 10, in("a"), 20, in("b")))).isEmpty();
        assertThat(Explanation.of(plain, lead(false, 10, in("a"))).excluded()).isEqualTo(Map.of("undated lead", 1L));
    }

    @Test
    @DisplayName("What was excluded is no evidence; steps that count by themselves have no time between them")
    void noTimes() {
        LeadFacts lead = lead(true, 1, in("b"), 2, new Occurrence.Touched("x"), 4, in("a"));
        EventFunnel any = new EventFunnel(FunnelPreset.HUBSPOT_ANY.steps(A, B).build());
        EventFunnel.Way way = result(any, lead);
        assertThat(way.steps()).extracting(StepTaken::taken).containsExactly(1L, 1L);
        assertThat(shown(way.steps().get(0).times().sinceEntry().get(50))).isEqualTo("3 s");
        assertThat(shown(way.steps().get(1).times().sinceEntry().get(50))).isEqualTo("0 s");
        assertThat(shown(way.steps().get(1).times().sincePrevious().get(50))).isEqualTo("no time for step 2 b");
        assertThat(way.immature()).isZero();
        EventFunnel excluding = new EventFunnel(FunnelSpec.of(B, A)
                .exclude(X)
                .scope(Exclusion.Scope.WHOLE_FUNNEL)
                .build());
        assertThat(Explanation.of(excluding, lead).evidence()).isEmpty();
        assertThat(Explanation.of(excluding, lead).excluded())
                .isEqualTo(Map.of("did something excluded on the way", 1L));
    }

    @Test
    @DisplayName("The figures of a step are named after it and all rules")
    void eventFunnelNames() {
        FunnelSpec spec = FunnelPreset.BITRIX_CONVERSION.steps(A, B).build();
        String rules = "steps=a,b&order=sequential&skip=implied&ties=by_event_id&anchor=first_entry&count=lead"
                + "&window=none&exclude=&scope=interval&matured=false&resolution=PT1S";
        StepTaken second = result(new EventFunnel(spec)).steps().get(1);
        assertThat(second.fromPrevious().definition().id()).isEqualTo("lead.funnel.events.step/1?from=1&to=2&" + rules);
        assertThat(second.fromFirst().definition().id()).isEqualTo("lead.funnel.events.overall/1?from=1&to=2&" + rules);
        assertThat(second.times().sinceEntry().keySet()).containsExactly(25, 50, 75, 90, 99);
        assertThat(second.times().sinceEntry().get(75).definition().id())
                .isEqualTo("lead.funnel.events.since-entry.p75/1?step=2&" + rules);
        assertThat(second.times().sincePrevious().get(50).definition().meaning())
                .startsWith("The median of the time since the step before to step 2 b");
        assertThat(shown(second.fromFirst())).isEqualTo("nobody took step 1 a");
        assertThat(FunnelPreset.HUBSPOT_ANY.steps(A).build().id()).contains("order=any&skip=any&");
        assertThat(FunnelPreset.MIXPANEL_REENTRY.steps(A).build().id()).contains("anchor=latest_entry");
    }

    @Test
    @DisplayName("A lead's part in the outcomes of stages, and how many stages there may be")
    void outcomesExplained() {
        StageOutcomes kpi = new StageOutcomes(TWO);
        Explanation why = Explanation.of(
                kpi, lead(true, 1, in("new"), 5, new Occurrence.Responded(), 11, in("mql"), 12, in("mql")));
        assertThat(why.cells())
                .containsExactly(
                        new Cell(List.of("mql"), "still there", 0, 1),
                        new Cell(List.of("new"), "advanced", 0, 1),
                        new Cell(List.of("new"), "advanced after seconds in the stage", 10, 1));
        assertThat(why.evidence()).extracting(FactEvent::id).containsExactly("e1", "e11", "e12");
        assertThat(kpi.evidence(lead(true, 1, LOST, 2, new Occurrence.Responded(), 3, WON)))
                .extracting(FactEvent::id)
                .containsExactly("e1", "e3");
        assertThat(Explanation.of(kpi, lead(true, 1, in("else"))).excluded())
                .isEqualTo(Map.of("entered none of the stages", 1L));
        assertThat(Explanation.of(kpi, lead(false, 1, in("new"))).excluded()).isEqualTo(Map.of("undated lead", 1L));
        assertThat(new StageOutcomes(stages(100)).stages()).hasSize(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StageOutcomes(stages(101)))
                .withMessageStartingWith("stages must be 1 to 100, each once, was [s0, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StageOutcomes(List.of()))
                .withMessage("stages must be 1 to 100, each once, was []");
    }

    @Test
    @DisplayName("The outcomes of a stage are named after it, and all shares rest on its entries")
    void outcomeNames() {
        StageOutcome mql = result(new StageOutcomes(TWO), lead(true, 1, in("mql"), 2, WON), lead(true, 1, in("mql")))
                .get(1);
        StageOutcome.Shares shares = mql.shares();
        assertThat(Stream.of(
                                shares.advanced(),
                                shares.regressed(),
                                shares.lost(),
                                shares.transferred(),
                                shares.stillThere())
                        .map(share -> share.definition().id() + " " + shown(share)))
                .containsExactly(
                        "lead.stage.advanced:mql/1?stages=new,mql 0.5 share",
                        "lead.stage.regressed:mql/1?stages=new,mql 0 share",
                        "lead.stage.lost:mql/1?stages=new,mql 0 share",
                        "lead.stage.transferred:mql/1?stages=new,mql 0 share",
                        "lead.stage.still-there:mql/1?stages=new,mql 0.5 share");
        assertThat(mql.times().p90().definition().id()).isEqualTo("lead.stage.length.p90/1?stage=mql&stages=new,mql");
        assertThat(shown(mql.times().p90())).isEqualTo("1 s");
        assertThat(new StageOutcomes(TWO).definition().id()).isEqualTo("lead.stage.outcomes/1?stages=new,mql");
        StageOutcome none = result(new StageOutcomes(TWO)).get(0);
        assertThat(shown(none.shares().lost())).isEqualTo("no lead entered new");
        assertThat(shown(none.times().p50())).isEqualTo("no lead advanced from new");
    }

    @Test
    @DisplayName("Steps are called what they match")
    void labels() {
        assertThat(Stream.of(
                                FunnelStep.captured(),
                                FunnelStep.submitted(),
                                FunnelStep.touched(),
                                FunnelStep.touched("mail"),
                                FunnelStep.responded(),
                                FunnelStep.owned(),
                                FunnelStep.converted(),
                                FunnelStep.lost(),
                                FunnelStep.reopened(),
                                FunnelStep.entered(new Stage("mql")))
                        .map(FunnelStep::label))
                .containsExactly(
                        "captured",
                        "submitted",
                        "touched",
                        "touched:mail",
                        "responded",
                        "owned",
                        "converted",
                        "lost",
                        "reopened",
                        "mql");
    }

    @Test
    @DisplayName("Buckets of durations are numbered one after the other")
    void places() {
        assertThat(DurationCell.place(0)).isZero();
        assertThat(DurationCell.place(255)).isEqualTo(255);
        assertThat(DurationCell.place(256)).isEqualTo(256);
        assertThat(DurationCell.place(258)).isEqualTo(257);
        assertThat(DurationCell.place(510)).isEqualTo(383);
        assertThat(DurationCell.place(512)).isEqualTo(384);
        assertThat(DurationCell.lowerEnd(255)).isEqualTo(255);
        assertThat(DurationCell.lowerEnd(256)).isEqualTo(256);
        assertThat(DurationCell.lowerEnd(384)).isEqualTo(512);
        assertThat(DurationCell.of(258, 3)).isEqualTo(3 * 8_192 + 257);
    }
}
