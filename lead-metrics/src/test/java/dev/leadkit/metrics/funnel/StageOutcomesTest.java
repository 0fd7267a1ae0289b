package dev.leadkit.metrics.funnel;

import static dev.leadkit.metrics.kit.LeadFactsArbitraries.STAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class StageOutcomesTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final StageOutcomes OUTCOMES = new StageOutcomes(STAGES.subList(0, 3));

    @Provide
    Arbitrary<List<LeadFacts>> leads() {
        return LeadFactsArbitraries.facts().list().ofMaxSize(20);
    }

    private static List<StageOutcome> result(List<LeadFacts> leads) {
        Counts counts = OUTCOMES.create();
        leads.forEach(lead -> OUTCOMES.add(counts, lead));
        return OUTCOMES.result(counts, T0);
    }

    private static LeadFacts lead(Occurrence... more) {
        List<FactEvent> events = new ArrayList<>();
        events.add(
                new FactEvent("e", T0, new Occurrence.Submitted(Optional.of(STAGES.get(0)), FieldValues.EMPTY, true)));
        for (int i = 0; i < more.length; i++) {
            events.add(new FactEvent("e" + i, T0.plusSeconds(10L * (i + 1)), more[i]));
        }
        return LeadFacts.of(new LeadId("lead"), events);
    }

    private static Occurrence in(String stage) {
        return new Occurrence.Entered(new Stage(stage));
    }

    private static List<Long> counts(StageOutcome outcome) {
        StageOutcome.Shares shares = outcome.shares();
        return Stream.of(
                        shares.advanced(), shares.regressed(), shares.lost(), shares.transferred(), shares.stillThere())
                .map(share -> share.basis().numerator().longValueExact())
                .toList();
    }

    @Example
    void anEntryHasTheOutcomeThatComesNext() {
        LeadFacts there = lead(in("mql"), in("mql"), in("new"), in("sql"));
        LeadFacts lost = lead(in("mql"), new Occurrence.Lost(Optional.of(new Stage("closed"))));
        LeadFacts elsewhere = lead(new Occurrence.Responded(), in("nurture"), in("sql"));
        LeadFacts won = lead(in("sql"), new Occurrence.Converted(Optional.empty(), Optional.empty()));
        List<StageOutcome> result = result(List.of(there, lost, elsewhere, won));
        assertThat(result).extracting(StageOutcome::entries).containsExactly(5L, 2L, 3L);
        assertThat(counts(result.get(0))).containsExactly(4L, 0L, 0L, 1L, 0L);
        assertThat(counts(result.get(1))).containsExactly(0L, 1L, 1L, 0L, 0L);
        assertThat(counts(result.get(2))).containsExactly(1L, 0L, 0L, 0L, 2L);
        assertThat(result.get(0).shares().advanced().value()).isEqualTo(new KpiValue.Known(new BigDecimal("0.800000")));
    }

    @Example
    void theTimeInAStageIsThatOfThoseWhoAdvanced() {
        StageOutcome.Times times = result(List.of(lead(in("mql"), in("new"), in("mql")), lead(in("new"), in("sql"))))
                .get(0)
                .times();
        assertThat(times.p50().value()).isEqualTo(new KpiValue.Known(new BigDecimal("10.000000")));
        assertThat(times.p90().value()).isEqualTo(new KpiValue.Known(new BigDecimal("20.000000")));
        assertThat(times.p90().basis().denominator()).isEqualTo(BigDecimal.valueOf(3));
    }

    @Example
    void stagesStandOnce() {
        assertThatThrownBy(() -> new StageOutcomes(List.of(STAGES.get(0), STAGES.get(0))))
                .hasMessage("stages must be 1 to 100, each once, was [new, new]");
    }

    @Property(tries = 300)
    void outcomesSumToEntriesAndNobodyIsDropped(@ForAll("leads") List<LeadFacts> leads) {
        for (StageOutcome outcome : result(leads)) {
            assertThat(counts(outcome).stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(outcome.entries());
            assertThat(outcome.entries()).isEqualTo(entries(leads, outcome.stage()));
        }
        KpiResult any = result(leads).get(0).shares().advanced();
        long undated = leads.stream().filter(lead -> lead.captured().isEmpty()).count();
        assertThat(any.basis().excluded().getOrDefault(LeadFacts.UNDATED, 0L)).isEqualTo(undated);
    }

    /** Entries into a stage from elsewhere: a loss in between, a conversion or another stage makes it one. */
    private static long entries(List<LeadFacts> leads, Stage stage) {
        long entries = 0;
        for (LeadFacts lead : leads) {
            String in = "";
            for (FactEvent event : lead.captured().isEmpty() ? List.<FactEvent>of() : lead.events()) {
                boolean ends = event.what() instanceof Occurrence.Lost || event.what() instanceof Occurrence.Converted;
                String now = Happened.stage(event).map(Stage::name).orElse(ends ? "" : in);
                entries += now.equals(stage.name()) && !in.equals(now) ? 1 : 0;
                in = now;
            }
        }
        return entries;
    }
}
