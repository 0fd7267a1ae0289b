package dev.leadkit.metrics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of figures in {@code docs/metrics.md}. */
final class ResponseTargetExampleTest {

    private static final Path PAGE = Path.of("../docs/metrics.md");
    private static final Path SOURCE =
            Path.of("src/test/java/dev/leadkit/metrics/figures/ResponseTargetExampleTest.java");
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final Stage NEW = new Stage("new");
    private static final Stage GOOD = new Stage("good");
    private static final Instant MARCH = Instant.parse("2026-03-05T09:00:00Z");

    private static LeadHistory answered(String id, int hours) {
        return new Story(id)
                .captured(MARCH, "web")
                .interacted(MARCH.plus(Duration.ofHours(hours)), Direction.OUTBOUND, Actor.HUMAN)
                .history();
    }

    @Test
    void ofTwoLeadsAnsweredAfterThreeAndAfterFiveHoursOneIsInTime() {
        List<LeadHistory> leads = List.of(answered("a", 3), answered("b", 5));
        Instant asOf = MARCH.plus(Duration.ofDays(1));
        // example
        FiguresSpec spec = FiguresSpec.builder(ZONE, List.of(NEW, GOOD), List.of(GOOD))
                .responseTarget(Duration.ofHours(4))
                .build();
        FiguresFold fold = new FiguresFold(spec);
        leads.forEach(fold::add);
        Figures figures = fold.figures(asOf);
        // end
        assertThat(figures.durations().response().inTime().basis().numerator()).isEqualTo("1");
        assertThat(figures.durations().response().inTime().basis().denominator())
                .isEqualTo("2");
    }

    @Test
    void theExampleIsTheCodeOfThisTest() throws IOException {
        String source = Files.readString(SOURCE);
        String code = source.substring(source.indexOf("// example\n") + 11, source.indexOf("        // end\n"))
                .indent(-8);
        assertThat(Files.readString(PAGE))
                .contains("```java\n" + code
                        + "```\n\nOf two leads, answered after three and after five hours, one is in time.")
                .contains("five minutes, if you do not");
        assertThat(FiguresSpec.builder(ZONE, List.of(NEW), List.of(NEW))
                        .build()
                        .response()
                        .target())
                .isEqualTo(Duration.ofMinutes(5));
    }
}
