package dev.leadkit.scoring.release;

import static dev.leadkit.condition.Conditions.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class LiveScorerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LeadHistory LEAD = LeadHistory.of(new LeadId("L-1"), List.of());
    private static final int RULES = 40;

    /** A model whose rules all give the version's number of points. */
    private static ScoringModel model(int version) {
        return ScoringModel.builder("b2b", String.valueOf(version))
                .dimension("fit", d -> {
                    for (int rule = 0; rule < RULES; rule++) {
                        d.rule("r" + rule, always(), version);
                    }
                })
                .build();
    }

    private static ScoringModels active(ScoringModel model) {
        return ScoringModels.NONE.draft(model, NOW, "grace").activate(model.ref(), NOW, "grace");
    }

    @Test
    @DisplayName("while models are exchanged, no score is lost and every score is from one version")
    void noMixedScore() throws Exception {
        List<ScoringModels> versions = List.of(active(model(1)), active(model(2)), active(model(3)));
        LiveScorer scorer = LiveScorer.of(versions.get(0), "b2b", RuleRegistry.EMPTY);
        AtomicBoolean over = new AtomicBoolean();
        Callable<List<Score>> scoring = () -> {
            List<Score> scores = new ArrayList<>();
            while (!over.get() || scores.size() < 1_000) {
                scores.add(scorer.score(LEAD, NOW));
                if (scores.size() > 20_000) {
                    scores.subList(0, 10_000).clear();
                }
            }
            return scores;
        };
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<List<Score>>> results =
                    List.of(threads.submit(scoring), threads.submit(scoring), threads.submit(scoring));
            for (int i = 0; i < 600; i++) {
                scorer.reload(versions.get(i % 3), "b2b", RuleRegistry.EMPTY);
            }
            over.set(true);
            for (Future<List<Score>> result : results) {
                assertThat(result.get()).allSatisfy(LiveScorerTest::isOfOneVersion);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void isOfOneVersion(Score score) {
        Points each = Points.of(Long.parseLong(score.model().version()));
        assertThat(score.contributions())
                .hasSize(RULES)
                .extracting(Contribution::points)
                .containsOnly(each);
        assertThat(score.model())
                .isEqualTo(model(Integer.parseInt(score.model().version())).ref());
    }

    @Test
    void aVersionThatIsRefusedLeavesTheOldOneAtWork() {
        ScoringModel broken = ScoringModel.builder("b2b", "2")
                .dimension("fit", d -> d.custom("x", "unknown", Map.of()))
                .build();
        LiveScorer scorer = LiveScorer.of(active(model(1)), "b2b", RuleRegistry.EMPTY);
        assertThatThrownBy(() -> scorer.reload(active(broken), "b2b", RuleRegistry.EMPTY))
                .isInstanceOf(RefusedException.class);
        assertThat(scorer.score(LEAD, NOW).model().version()).isEqualTo("1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.reload(ScoringModels.NONE, "b2b", RuleRegistry.EMPTY))
                .withMessage("one version of \"b2b\" must be active, was none");
        assertThat(scorer.engine().model()).isEqualTo(model(1));
    }

    @Test
    void anEngineOfTheHostsIsTakenToo() {
        LiveScorer scorer = LiveScorer.of(ScoringEngine.of(model(1)));
        ScoringEngine next = ScoringEngine.of(model(2));
        scorer.use(next);
        assertThat(scorer.engine()).isSameAs(next);
        assertThat(scorer).hasToString("LiveScorer[ScoringEngine[b2b/2]]");
        assertThat(scorer.reload(active(model(3)), "b2b", RuleRegistry.EMPTY)
                        .active()
                        .model())
                .isEqualTo(model(3));
    }
}
