package dev.leadkit.scoring.release;

import static dev.leadkit.condition.Conditions.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
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

/** The shadows beside the active version. */
final class LiveEnginesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LeadHistory LEAD = LeadHistory.of(new LeadId("L-1"), List.of());
    private static final RuleRegistry THROWING = RuleRegistry.EMPTY.with("thrower", with -> facts -> {
        throw new IllegalStateException("Jo Smith");
    });

    /** A model that gives the version's number of points. */
    private static ScoringModel model(int version) {
        return ScoringModel.builder("b2b", String.valueOf(version))
                .dimension("fit", d -> d.rule("r", always(), version))
                .build();
    }

    private static ScoringModel custom(int version, String rule) {
        return ScoringModel.builder("b2b", String.valueOf(version))
                .dimension("fit", d -> d.rule("r", always(), version).custom("x", rule, Map.of()))
                .build();
    }

    private static ScoringModels models(ScoringModel active, ScoringModel... shadows) {
        ScoringModels models = ScoringModels.NONE.draft(active, NOW, "ada").activate(active.ref(), NOW, "ada");
        for (ScoringModel shadow : shadows) {
            models = models.draft(shadow, NOW, "ada").shadow(shadow.ref(), NOW, "ada");
        }
        return models;
    }

    private static LiveEngines engines(ScoringModels models, RuleRegistry registry) {
        return LiveScorer.of(models, "b2b", registry).engines();
    }

    @Test
    @DisplayName(
            "Versions in the shadow phase score beside the active one; drafts, retired ones and other names do not")
    void beside() {
        ScoringModel other = ScoringModel.builder("b2c", "1")
                .dimension("fit", d -> d.rule("r", always(), 9))
                .build();
        ScoringModels models = models(model(1), model(3), model(2), model(4), other)
                .retire(model(4).ref(), NOW, "ada")
                .draft(model(5), NOW, "ada");
        LiveEngines engines = engines(models, RuleRegistry.EMPTY);
        LiveScores scores = engines.score(LEAD, NOW);
        assertThat(scores.active()).isEqualTo(ScoringEngine.of(model(1)).score(LEAD, NOW));
        assertThat(scores.shadows())
                .containsExactly(
                        ScoringEngine.of(model(3)).score(LEAD, NOW),
                        ScoringEngine.of(model(2)).score(LEAD, NOW));
        assertThat(engines.faults()).isEmpty();
    }

    @Test
    @DisplayName("A shadow that is refused is named and left out; the active version and the other shadow score")
    void refusedShadow() {
        LiveEngines engines = engines(models(model(1), custom(2, "unknown"), model(3)), RuleRegistry.EMPTY);
        assertThat(engines.faults())
                .extracting(Fault::path)
                .singleElement()
                .asString()
                .startsWith("models[b2b/2].dimensions[0].rules[1]");
        LiveScores scores = engines.score(LEAD, NOW);
        assertThat(scores.active().total()).isEqualTo(Points.of(1));
        assertThat(scores.shadows()).extracting(Score::total).containsExactly(Points.of(3));
    }

    @Test
    @DisplayName("What a shadow's rule throws is named in the shadow's score; the score that counts is as without it")
    void throwingShadow() {
        LiveScores scores = engines(models(model(1), custom(2, "thrower"), model(3)), THROWING)
                .score(LEAD, NOW);
        assertThat(scores.active()).isEqualTo(ScoringEngine.of(model(1)).score(LEAD, NOW));
        assertThat(scores.active().faults()).isEmpty();
        assertThat(scores.shadows()).extracting(Score::total).containsExactly(Points.of(2), Points.of(3));
        assertThat(scores.shadows().get(0).faults()).hasSize(1);
        assertThat(scores.shadows().get(0).faults().toString()).doesNotContain("Smith");
    }

    @Test
    @DisplayName("A reload that is refused leaves the shadows, too; an engine of the host's stands alone")
    void exchanged() {
        LiveScorer scorer = LiveScorer.of(models(model(1), model(2)), "b2b", RuleRegistry.EMPTY);
        LiveEngines before = scorer.engines();
        assertThatThrownBy(() -> scorer.reload(models(custom(3, "unknown"), model(4)), "b2b", RuleRegistry.EMPTY))
                .isInstanceOf(RefusedException.class);
        assertThat(scorer.engines()).isSameAs(before);
        LiveEngines next = scorer.reload(models(model(3), model(4)), "b2b", RuleRegistry.EMPTY);
        assertThat(scorer.engines()).isSameAs(next);
        assertThat(next.shadows()).extracting(ScoringEngine::model).containsExactly(model(4));
        assertThat(before.shadows()).extracting(ScoringEngine::model).containsExactly(model(2));
        scorer.use(ScoringEngine.of(model(5)));
        assertThat(scorer.engines().shadows()).isEmpty();
        assertThat(scorer.engine().model()).isEqualTo(model(5));
    }

    @Test
    @DisplayName("While models are exchanged, the active version and its shadow are of one reload")
    void noMixedSet() throws Exception {
        List<ScoringModels> reloads = List.of(models(model(1), model(11)), models(model(2), model(12)));
        LiveScorer scorer = LiveScorer.of(reloads.get(0), "b2b", RuleRegistry.EMPTY);
        AtomicBoolean over = new AtomicBoolean();
        Callable<List<LiveScores>> scoring = () -> {
            List<LiveScores> scores = new ArrayList<>();
            while (!over.get() || scores.size() < 1_000) {
                scores.add(scorer.engines().score(LEAD, NOW));
                if (scores.size() > 20_000) {
                    scores.subList(0, 10_000).clear();
                }
            }
            return scores;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<LiveScores>>> results = List.of(threads.submit(scoring), threads.submit(scoring));
            for (int i = 0; i < 600; i++) {
                scorer.reload(reloads.get(i % 2), "b2b", RuleRegistry.EMPTY);
            }
            over.set(true);
            for (Future<List<LiveScores>> result : results) {
                assertThat(result.get())
                        .allSatisfy(scores -> assertThat(scores.shadows())
                                .extracting(Score::total)
                                .containsExactly(scores.active().total().plus(Points.of(10))));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
