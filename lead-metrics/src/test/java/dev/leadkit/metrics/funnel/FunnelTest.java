package dev.leadkit.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FunnelTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final List<Stage> STAGES =
            Stream.of("new", "mql", "sql", "won").map(Stage::new).toList();

    private static Funnel.Way way(Skip skip, Story... leads) {
        Funnel funnel = new Funnel(STAGES, skip);
        Counts state = funnel.create();
        for (Story lead : leads) {
            funnel.add(state, LeadFacts.of(lead.history()));
        }
        return funnel.result(state, T0);
    }

    private static final Story SKIPPED = new Story("a").captured(T0, "web").converted(T0.plusSeconds(9));
    private static final Story LOST =
            new Story("b").captured(T0, "web").moved(T0.plusSeconds(1), "mql").lost(T0.plusSeconds(2));

    @Test
    void aLaterStageImpliesTheSkippedOnes() {
        assertThat(way(Skip.IMPLIED, SKIPPED, LOST).steps())
                .extracting(Funnel.Step::reached)
                .containsExactly(2L, 2L, 1L, 1L);
    }

    @Test
    void aSkippedStageEndsTheWayWhenStrict() {
        assertThat(way(Skip.STRICT, SKIPPED, LOST).steps())
                .extracting(Funnel.Step::reached)
                .containsExactly(2L, 1L, 0L, 0L);
    }

    @Test
    void theStepAfterAStageThatNobodyReachedIsUndefinedAndTheOverallRateIsZero() {
        Funnel.Step won = way(Skip.STRICT, SKIPPED, LOST).steps().get(3);
        assertThat(won.fromPrevious().value()).isEqualTo(new KpiValue.Undefined("no lead reached sql"));
        assertThat(won.fromFirst().value()).isEqualTo(new KpiValue.Known(new BigDecimal("0.000000")));
    }

    @Test
    void aLeadOutsideTheFunnelIsLeftOutAndCounted() {
        Story outside = new Story("c").moved(T0, "elsewhere");
        Funnel.Step first = way(Skip.IMPLIED, SKIPPED, outside).steps().get(0);
        assertThat(first.reached()).isEqualTo(1);
        assertThat(first.fromFirst().basis().excluded()).containsEntry("reached no stage of the funnel", 1L);
    }

    @Test
    void aStageStandsInAFunnelOnce() {
        assertThatThrownBy(() -> new Funnel(List.of(STAGES.get(0), STAGES.get(0)), Skip.STRICT))
                .hasMessage("stages must be 1 to 63, each once, was [new, new]");
    }
}
