package dev.leadkit.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Scored;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Score;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.learn.Example;
import dev.leadkit.scoring.learn.Learned;
import dev.leadkit.scoring.learn.ScorecardLearner;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ForecastingTest {

    private static final Field<String> SOURCE = Field.text("leadSource");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    /** 200 leads of fairs, of which 120 are won, and 200 of the web, of which 40 are. */
    private static final Learned LEARNED = ScorecardLearner.builder()
            .field(SOURCE)
            .build()
            .learn(IntStream.range(0, 400).mapToObj(ForecastingTest::example));

    private static Example example(int number) {
        boolean fair = number % 2 == 0;
        boolean won = number / 2 % 5 < (fair ? 3 : 1);
        return Example.of(source(fair ? "Fair" : "Web"), START.plusSeconds(number), won);
    }

    private static FieldValues source(String name) {
        return FieldValues.builder().set(SOURCE, name).build();
    }

    private static LeadHistory scored(String source) {
        Score score = ScoringEngine.of(LEARNED.model("learned", "1"))
                .score(Example.of(source(source), START, false).facts());
        LeadId lead = new LeadId(source);
        return LeadHistory.of(
                lead, List.of(new Scored(new EventHeader(new EventId("scored"), lead, START, START), score)));
    }

    @Test
    void openLeadsAreExpectedToBringWhatLeadsOfTheirScoreHaveBrought() {
        KpiResult expected =
                Forecasting.expected(Stream.of("Fair", "Web").map(ForecastingTest::scored), LEARNED, START);
        assertThat(expected.value()).isEqualTo(new KpiValue.Known(new BigDecimal("0.800000"))); // 0.6 and 0.2
        assertThat(expected.basis().denominator()).isEqualByComparingTo("2");
    }

    @Test
    void thePageAboutFiguresShowsThisCode() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/leadkit/examples/embed/Forecasting.java"));
        int start = source.indexOf("// tag::forecasting[]\n") + "// tag::forecasting[]\n".length();
        String code = source.substring(start, source.indexOf("        // end::forecasting[]"));
        assertThat(Files.readString(Path.of("../../docs/metrics.md")))
                .contains("```java\n" + code.indent(-8).stripTrailing() + "\n```");
    }
}
