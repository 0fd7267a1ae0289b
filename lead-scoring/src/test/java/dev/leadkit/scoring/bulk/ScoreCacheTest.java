package dev.leadkit.scoring.bulk;

import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.cache.Cache;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import dev.leadkit.scoring.release.LiveScorer;
import dev.leadkit.store.StoredLead;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ScoreCacheTest {

    private static final LeadId LEAD = new LeadId("L");
    private static final ModelRef MODEL = new ModelRef("m", "1");

    private final Map<ScoreCache.Key, ScoreCache.Entry> kept = new HashMap<>();
    private int scored;

    private final Cache<ScoreCache.Key, ScoreCache.Entry> cache = new Cache<>() {
        @Override
        public Optional<ScoreCache.Entry> get(ScoreCache.Key key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void put(ScoreCache.Key key, ScoreCache.Entry value) {
            kept.put(key, value);
        }
    };

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    private static LeadHistory history(long... seconds) {
        List<Interacted> events = Arrays.stream(seconds)
                .mapToObj(second -> new Interacted(
                        new EventHeader(new EventId("E" + second), LEAD, at(second), at(0)),
                        Interaction.inbound("visit")))
                .toList();
        return LeadHistory.of(LEAD, events);
    }

    /** Each score is the number of events until the moment, so that a wrong one shows; of a moment's ten seconds. */
    private ScoreCache scores(ModelRef model, Validity validity) {
        return ScoreCache.of(
                model,
                (history, asOf) -> {
                    scored++;
                    Points points = Points.of(history.until(asOf).events().size());
                    return new Score(
                            model,
                            Map.of(),
                            Optional.empty(),
                            List.of(new Contribution("", "n", Contribution.Kind.RULE, points)),
                            List.of());
                },
                validity,
                cache);
    }

    private static Optional<Instant> tens(LeadHistory history, Instant asOf) {
        return Optional.of(at(asOf.getEpochSecond() / 10 * 10 + 10));
    }

    @Test
    @DisplayName("A score is given again from its moment up to its end, and neither before nor at the end")
    void window() {
        ScoreCache scores = scores(MODEL, ScoreCacheTest::tens);
        StoredLead lead = new StoredLead(history(1), 7);
        Score first = scores.score(lead, at(12));
        assertThat(scores.score(lead, at(12))).isSameAs(first);
        assertThat(scores.score(lead, at(19))).isSameAs(first);
        assertThat(scored).isEqualTo(1);
        scores.score(lead, at(20));
        assertThat(scored).isEqualTo(2);
        scores.score(lead, at(11));
        assertThat(scored).as("before the moment of the score").isEqualTo(3);
    }

    @Test
    @DisplayName("Another version of the history, another lead or another model has another score")
    void keys() {
        ScoreCache scores = scores(MODEL, (history, asOf) -> Optional.empty());
        assertThat(scores.score(new StoredLead(history(1), 1), at(99)).total()).isEqualTo(Points.of(1));
        assertThat(scores.score(new StoredLead(history(1, 2), 2), at(99)).total())
                .isEqualTo(Points.of(2));
        assertThat(scores.score(new LeadId("other"), 2, () -> history(), at(99)).total())
                .isEqualTo(Points.ZERO);
        ScoreCache others = scores(new ModelRef("m", "2"), (history, asOf) -> Optional.empty());
        assertThat(others.score(new StoredLead(history(1), 1), at(99)).model().version())
                .isEqualTo("2");
        assertThat(scored).isEqualTo(4);
        assertThat(scores.score(LEAD, 2, () -> history(1, 2, 3), at(1_000_000)).total())
                .isEqualTo(Points.of(2));
        assertThat(scored).as("for ever").isEqualTo(4);
    }

    @Test
    @DisplayName("Where nothing can be said of its end, a score is not kept")
    void unknown() {
        ScoreCache scores = scores(MODEL, (history, asOf) -> Optional.of(asOf));
        scores.score(new StoredLead(history(1), 1), at(5));
        scores.score(new StoredLead(history(1), 1), at(5));
        assertThat(scored).isEqualTo(2);
        assertThat(kept).isEmpty();
    }

    @Test
    @DisplayName("A score by code is kept as long as the code says that its result holds, and not without that word")
    void code() {
        assertThat(scoredTwice(RuleResult.NOTHING.until(at(20)))).isEqualTo(1);
        assertThat(scoredTwice(RuleResult.NOTHING.forever())).isEqualTo(1);
        assertThat(scoredTwice(RuleResult.NOTHING.until(at(15)))).isEqualTo(2);
        assertThat(scoredTwice(RuleResult.NOTHING)).isEqualTo(2);
    }

    @Test
    @DisplayName("A score in which a rule failed is not kept: the rule may not fail the next time")
    void failed() {
        int[] asked = new int[1];
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension("fit", fit -> fit.custom("own", "own", Map.of()))
                .build();
        ScoringEngine engine = ScoringEngine.of(model, RuleRegistry.EMPTY.with("own", with -> facts -> {
            if (asked[0]++ == 0) {
                throw new IllegalStateException();
            }
            return RuleResult.of(Points.of(5)).forever();
        }));
        ScoreCache scores = ScoreCache.of(() -> engine, cache);
        StoredLead lead = new StoredLead(history(1), 1);
        assertThat(scores.score(lead, at(10)).faults()).hasSize(1);
        assertThat(kept).isEmpty();
        assertThat(scores.score(lead, at(10)).total()).isEqualTo(Points.of(5));
        assertThat(kept).hasSize(1);
    }

    /** How often a lead is scored that is asked for at seconds 10 and 15. */
    private int scoredTwice(RuleResult result) {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension("fit", fit -> fit.custom("own", "own", Map.of()))
                .build();
        ScoringEngine engine = ScoringEngine.of(model, RuleRegistry.EMPTY.with("own", with -> facts -> result));
        kept.clear();
        scored = 0;
        ScoreCache scores = scores(engine.model().ref(), engine::validUntil);
        scores.score(new StoredLead(history(1), 1), at(10));
        scores.score(new StoredLead(history(1), 1), at(15));
        return scored;
    }

    @Test
    @DisplayName("What the history tells of the time ahead ends a score, though nothing new is told")
    void ahead() {
        ScoreCache scores = scores(MODEL, (history, asOf) -> Optional.empty());
        StoredLead lead = new StoredLead(history(1, 15, 30), 1);
        assertThat(scores.score(lead, at(10)).total()).isEqualTo(Points.of(1));
        assertThat(scores.score(lead, at(14)).total()).isEqualTo(Points.of(1));
        assertThat(scored).isEqualTo(1);
        assertThat(scores.score(lead, at(15)).total()).isEqualTo(Points.of(2));
        assertThat(scores.score(lead, at(29)).total()).isEqualTo(Points.of(2));
        assertThat(scored).isEqualTo(2);
        assertThat(scores.score(lead, at(30)).total()).isEqualTo(Points.of(3));
        assertThat(scores.score(lead, at(3_000)).total()).isEqualTo(Points.of(3));
        assertThat(scored).isEqualTo(3);
    }

    @Test
    @DisplayName(
            "The score of a model that has been exchanged meanwhile is never kept under the name of the one before")
    void exchanged() {
        ScoreCache live = ScoreCache.of(
                MODEL,
                (history, asOf) -> new Score(new ModelRef("m", "2"), Map.of(), Optional.empty(), List.of(), List.of()),
                (history, asOf) -> Optional.empty(),
                cache);
        assertThat(live.score(new StoredLead(history(1), 1), at(5)).model().version())
                .isEqualTo("2");
        assertThat(kept).isEmpty();
    }

    private static ScoringModel visits(String version, long points, @Nullable Duration halfLife) {
        Worth worth =
                halfLife == null ? Worth.points(points) : Worth.points(points).halfLife(halfLife);
        return ScoringModel.builder("m", version)
                .dimension("d", d -> d.each("r", interaction("visit").filter(), worth))
                .build();
    }

    @Test
    @DisplayName("After a reload the scores are those of the new model; when the old one comes back, so do its scores")
    void reloaded() {
        ScoringModel one = visits("1", 1, null);
        ScoringModel two = visits("2", 2, null);
        LiveScorer live = LiveScorer.of(ScoringEngine.of(one));
        ScoreCache scores = ScoreCache.of(live::engine, cache);
        StoredLead lead = new StoredLead(history(1), 1);
        Score first = scores.score(lead, at(5));
        assertThat(first.total()).isEqualTo(Points.of(1));
        live.use(ScoringEngine.of(two));
        assertThat(scores.score(lead, at(5)).total()).isEqualTo(Points.of(2));
        assertThat(scores.score(lead, at(6)).model()).isEqualTo(two.ref());
        live.use(ScoringEngine.of(one));
        assertThat(scores.score(lead, at(5))).isSameAs(first);
        assertThat(kept).hasSize(2);
    }

    @Test
    @DisplayName(
            "A reload while the history is loaded changes neither the score nor what it is kept under, nor its end")
    void reloadedMeanwhile() {
        ScoringModel fading = visits("1", 8, Duration.ofSeconds(10));
        ScoringModel lasting = visits("2", 8, null);
        LiveScorer live = LiveScorer.of(ScoringEngine.of(fading));
        ScoreCache scores = ScoreCache.of(live::engine, cache);
        Score score = scores.score(
                LEAD,
                1,
                () -> {
                    live.use(ScoringEngine.of(lasting));
                    return history(1);
                },
                at(11));
        assertThat(score.model()).isEqualTo(fading.ref());
        assertThat(score.total()).isEqualTo(Points.of(4));
        ScoreCache.Entry entry = kept.get(new ScoreCache.Key(LEAD, 1, fading.ref()));
        assertThat(entry.until()).isPresent();
        assertThat(entry.score()).isEqualTo(score);
        assertThat(scores.score(new StoredLead(history(1), 1), at(11)).total()).isEqualTo(Points.of(8));
    }
}
