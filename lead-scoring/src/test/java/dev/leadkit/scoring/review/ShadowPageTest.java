package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.cache.Cache;
import dev.leadkit.event.Captured;
import dev.leadkit.event.Converted;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.Stage;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.bulk.ScoreCache;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.release.LiveEngines;
import dev.leadkit.scoring.release.LiveScorer;
import dev.leadkit.scoring.release.LiveScores;
import dev.leadkit.scoring.release.ScoringModels;
import dev.leadkit.store.StoredLead;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What docs/scoring-review.md says of champion and challenger, and of a cache that goes on with a reload. */
final class ShadowPageTest {

    private static final Field<String> SOURCE = Field.text("leadSource");
    private static final Field<BigDecimal> PAGES = Field.number("pages");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant IMPORTED = Instant.parse("2026-11-22T12:00:00Z");

    /** By the source alone, or by the pages as well. */
    private static ScoringModel model(String version, int pages) {
        return ScoringModel.builder("b2b", version)
                .dimension(
                        "fit",
                        fit -> fit.rule("fair", field(SOURCE).is("Fair"), 30)
                                .rule("pages", field(PAGES).atLeast(BigDecimal.valueOf(4)), pages))
                .band("A", 40)
                .band("B", 20)
                .build();
    }

    /** The leads of docs/scoring-learn.md, imported in one night. */
    private static List<LeadHistory> leads() {
        List<LeadHistory> leads = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean fair = i % 4 == 0;
            boolean many = i / 4 % 2 == 0;
            boolean won = i / 8 % 10 < (fair ? 4 : 1) * (many ? 2 : 1);
            leads.add(lead(new LeadId(String.format("L%03d", i)), fair, many, won));
        }
        return leads;
    }

    private static LeadHistory lead(LeadId id, boolean fair, boolean many, boolean won) {
        FieldValues values = FieldValues.builder()
                .set(SOURCE, fair ? "Fair" : "Web")
                .set(PAGES, BigDecimal.valueOf(many ? 5 : 2))
                .build();
        Origin origin = new Origin("crm", id.value(), true);
        LeadHistory captured =
                LeadHistory.of(id, List.of(Captured.of(header(id, "c", START), origin, new Stage("new"), values)));
        EventHeader end = header(id, "w", START.plus(Duration.ofDays(30)));
        return won ? captured.plus(new Converted(end, new Stage("won"), Optional.empty())) : captured;
    }

    private static EventHeader header(LeadId lead, String id, Instant at) {
        return new EventHeader(new EventId(id), lead, at, IMPORTED);
    }

    private static ShadowReport report(ScoringEngine champion, ScoringEngine challenger) {
        Shadow shadow = Shadow.of(champion, challenger);
        for (LeadHistory history : leads()) {
            shadow.add(ShadowCase.converted(history, START.plusSeconds(60), Duration.ofDays(90), IMPORTED)
                    .byOccurrence());
        }
        return shadow.report();
    }

    @Test
    @DisplayName("The report of the page is that of its leads")
    void report() throws IOException {
        ShadowReport report = report(ScoringEngine.of(model("1", 0)), ScoringEngine.of(model("2", 20)));
        assertThat(page()).contains("<!-- shadow -->\n```text\n" + report.text() + "```\n");
    }

    @Test
    @DisplayName("The shadow beside the active version gives the scores that the page's comparison is of")
    void live() throws IOException {
        ScoringModel next = model("2", 20);
        ScoringModel current = model("1", 0);
        Instant now = IMPORTED;
        LeadHistory history = leads().get(0);
        List<Score> kept = new ArrayList<>();
        List<Shadow> comparisons = new ArrayList<>();
        LiveScorer scorer = LiveScorer.of(
                ScoringModels.NONE
                        .draft(current, now, "ada")
                        .activate(current.ref(), now, "ada")
                        .draft(next, now, "ada")
                        .shadow(next.ref(), now, "ada"),
                "b2b",
                RuleRegistry.EMPTY);
        // spotless:off
        // tag::live[]
        LiveEngines engines = scorer.engines(); // one look: no reload comes between
        LiveScores scores = engines.score(history, now);
        kept.add(scores.active());
        kept.addAll(scores.shadows());
        for (ScoringEngine challenger : engines.shadows()) {
            comparisons.add(Shadow.of(engines.active(), challenger));
        }
        // end::live[]
        // spotless:on
        Shadow shadow = comparisons.get(0);
        shadow.add(new ShadowCase(history, now, Optional.empty()));
        ShadowReport.Moved moved = shadow.report().moved().get(0);
        assertThat(kept).containsExactly(moved.champion(), moved.challenger());
        assertThat(page()).contains(region("live"));
    }

    @Test
    @DisplayName("The cache of the page is that of a live scorer")
    void cache() throws IOException {
        LiveScorer scorer = LiveScorer.of(ScoringEngine.of(model("1", 0)));
        Instant now = IMPORTED;
        Cache<ScoreCache.Key, ScoreCache.Entry> cache = Cache.none();
        StoredLead lead = new StoredLead(leads().get(0), 1);
        // spotless:off
        // tag::cache[]
        ScoreCache scores = ScoreCache.of(scorer::engine, cache);
        // end::cache[]
        // spotless:on
        LeadScorer engine = scorer.engine();
        assertThat(scores.score(lead, now)).isEqualTo(engine.score(lead.history(), now));
        assertThat(page()).contains(region("cache"));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "scoring-review.md"), StandardCharsets.UTF_8);
    }

    private static String region(String name) throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/leadkit/scoring/review/ShadowPageTest.java"));
        String begin = "// tag::" + name + "[]\n";
        int start = source.indexOf(begin) + begin.length();
        String code = source.substring(start, source.indexOf("        // end::" + name + "[]"));
        return "```java\n" + code.indent(-8).stripTrailing() + "\n```";
    }
}
