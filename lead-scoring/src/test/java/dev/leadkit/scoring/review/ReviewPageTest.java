package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.Stage;
import dev.leadkit.scoring.bulk.BulkReport;
import dev.leadkit.scoring.bulk.BulkScoring;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.json.ScoringModelJson;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What docs/scoring-review.md shows is what the code does. */
final class ReviewPageTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LeadId LEAD = new LeadId("L-7");

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "scoring-review.md"), StandardCharsets.UTF_8);
    }

    private static ScoringModel model() throws IOException {
        String begin = "```json\n";
        int start = page().indexOf(begin) + begin.length();
        String json = page().substring(start, page().indexOf("```", start));
        return ScoringModelJson.read(JsonDocument.of(json), FieldCatalog.standard(), RuleRegistry.EMPTY);
    }

    private static LeadHistory lead() {
        EventHeader captured = header("c", NOW.minus(Duration.ofDays(20)));
        EventHeader asked = header("d", NOW.minus(Duration.ofDays(14)));
        FieldValues values = FieldValues.builder().set(COUNTRY, "FR").build();
        return LeadHistory.of(
                LEAD,
                List.of(
                        Captured.of(captured, new Origin("form", "7", true), new Stage("new"), values),
                        new Interacted(asked, Interaction.inbound("demo.requested"))));
    }

    private static EventHeader header(String id, Instant at) {
        return new EventHeader(new EventId(id), LEAD, at, at);
    }

    @Test
    @DisplayName("The remarks of the page are those of its model")
    void lint() throws IOException {
        String remarks = Lint.check(model()).stream().map(Remark::toString).collect(Collectors.joining("\n"));
        assertThat(page()).contains("```text\n" + remarks + "\n```");
    }

    @Test
    @DisplayName("The gap of the page is found in the model that it speaks of")
    void gap() throws IOException {
        ScoringModel ten = ScoringModel.builder("ten", "1")
                .dimension(
                        "fit",
                        fit -> IntStream.range(0, 10)
                                .forEach(i -> fit.rule(
                                        "r" + i, field(Field.text("f" + i)).isPresent(), 10)))
                .band("A", 95)
                .band("B", 91)
                .build();
        assertThat(Lint.check(ten))
                .singleElement()
                .satisfies(remark -> assertThat(page()).contains("```text\n" + remark + "\n```"));
    }

    @Test
    @DisplayName("The supposition of the page comes out as it says")
    void whatIf() throws IOException {
        WhatIf.Outcome outcome = WhatIf.of(lead(), NOW)
                .set(COUNTRY, "DE")
                .did(Interaction.inbound("demo.requested"), Duration.ZERO)
                .score(ScoringEngine.of(model()));
        String lines = outcome.changes().stream()
                .map(part -> part.dimension() + "." + part.rule() + " +" + part.points())
                .collect(Collectors.joining("\n"));
        assertThat(page())
                .contains("```text\n" + outcome.before().total() + " -> "
                        + outcome.after().total() + ", grade "
                        + outcome.after().grade().orElseThrow() + "\n" + lines + "\n```");
    }

    @Test
    @DisplayName("The code of the page is compiled here")
    void code() throws IOException {
        ScoringEngine champion = ScoringEngine.of(model());
        ScoringEngine challenger = champion;
        ScoringEngine engine = champion;
        Instant asOf = NOW;
        Instant now = NOW;
        Instant today = NOW;
        AtomicBoolean stop = new AtomicBoolean();
        Executor executor = Runnable::run;
        List<Long> progress = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        List<LeadHistory> all = List.of(lead());
        assertThat(shadow(all, champion, challenger, List.of(asOf, today)).leads())
                .isEqualTo(1);
        Iterator<LeadHistory> histories = all.iterator();
        // spotless:off
        // tag::bulk[]
        BulkReport report = BulkScoring.of(engine, now)
                .on(executor, 4)
                .cancelledBy(stop::get)
                .onProgress(soFar -> progress.add(soFar.leads()))
                .run(histories, result -> result.score().ifPresent(scores::add));
        // end::bulk[]
        // spotless:on
        assertThat(report.scored()).isEqualTo(1);
        assertThat(scores).containsExactly(engine.score(lead(), now));
        assertThat(page()).contains(region("bulk")).contains(region("shadow")).contains(region("imported"));
    }

    private static ShadowReport shadow(
            List<LeadHistory> histories, ScoringEngine champion, ScoringEngine challenger, List<Instant> instants) {
        Instant asOf = instants.get(0);
        Instant today = instants.get(1);
        // spotless:off
        // tag::shadow[]
        Shadow shadow = Shadow.of(champion, challenger);
        for (LeadHistory history : histories) {
            shadow.add(ShadowCase.converted(history, asOf, Duration.ofDays(90), today));
        }
        ShadowReport report = shadow.report();
        // end::shadow[]
        // spotless:on
        // spotless:off
        // tag::imported[]
        for (LeadHistory history : histories) {
            shadow.add(ShadowCase.converted(history, asOf, Duration.ofDays(90), today).byOccurrence());
        }
        // end::imported[]
        // spotless:on
        return report;
    }

    private static String region(String name) throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/leadkit/scoring/review/ReviewPageTest.java"));
        String begin = "// tag::" + name + "[]\n";
        int start = source.indexOf(begin) + begin.length();
        String code = source.substring(start, source.indexOf("        // end::" + name + "[]"));
        return "```java\n" + code.indent(-8).stripTrailing() + "\n```";
    }
}
