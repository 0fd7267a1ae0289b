package dev.leadkit.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.chart.HurdleChart;
import dev.leadkit.chart.HurdleChart.Runner;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DecisionChartTest {

    private static final Trail PLAIN =
            Trail.of(new ModelRef("inbound", "1"), 7, Instant.parse("2026-11-22T08:00:00Z"), List.of());
    private static final Trail COUNTED = PLAIN.counting(List.of("pool", "active", "skills", "capacity"), 4, 3, 2, 2);

    private static RepVerdict passes(String rep) {
        return RepVerdict.passes(new RepId(rep), "as good as any");
    }

    private static RepVerdict fails(String rep, String stage) {
        return RepVerdict.fails(new RepId(rep), stage, new Remedy.Said("not " + stage));
    }

    private static HurdleChart chart(String taker, Trail trail, List<RepVerdict> reps) {
        Optional<RepId> rep = taker.isEmpty() ? Optional.empty() : Optional.of(new RepId(taker));
        return DecisionChart.of(Explanation.of(new LeadId("4711"), rep, "why", reps, trail));
    }

    @Test
    void whoTakesTheLeadIsAtTheTopAndThenWhoeverCameFurther() {
        HurdleChart chart = chart(
                "zoe",
                COUNTED,
                List.of(fails("ann", "active"), passes("bob"), fails("cem", "capacity"), passes("zoe")));

        assertThat(chart.caption().title()).isEqualTo("Lead 4711 goes to zoe");
        assertThat(chart.caption().description()).startsWith("why");
        assertThat(chart.hurdles()).containsExactly("active", "skills", "capacity");
        assertThat(chart.runners())
                .containsExactly(
                        new Runner("zoe", 3, "as good as any"),
                        new Runner("bob", 3, "as good as any"),
                        new Runner("cem", 2, "not capacity"),
                        new Runner("ann", 0, "not active"));
    }

    @Test
    void aLeadThatNobodyCanTakeWaits() {
        assertThat(chart("", COUNTED, List.of(fails("ann", "skills"))).caption().title())
                .isEqualTo("Lead 4711 waits");
    }

    @Test
    void withoutCountsTheStagesAreThoseThatSomebodyFailed() {
        HurdleChart chart = chart("ann", PLAIN, List.of(passes("ann"), fails("bob", "skills"), fails("cem", "hours")));

        assertThat(chart.hurdles()).containsExactly("skills", "hours");
        assertThat(chart.runners()).extracting(Runner::taken).containsExactly(2, 1, 0);
        assertThat(chart("ann", PLAIN, List.of(passes("ann"))).hurdles()).containsExactly("pool");
    }

    @Test
    void ofManyRepsThoseWhoCameFurthestAreShown() {
        List<RepVerdict> reps = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            reps.add(i % 2 == 0 ? fails("rep" + i, "active") : fails("rep" + i, "skills"));
        }
        HurdleChart chart = chart("", COUNTED, reps);

        assertThat(chart.runners()).hasSize(DecisionChart.MOST_REPS).allMatch(runner -> runner.taken() == 1);
    }
}
