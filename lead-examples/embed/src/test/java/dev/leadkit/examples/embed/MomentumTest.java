package dev.leadkit.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.kit.Growing;
import dev.leadkit.scoring.kit.ScoringStrategyContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;

// tag::test[]
/** The laws of scoring come from the kit; what is special about the strategy stands here. */
final class MomentumTest extends ScoringStrategyContract {

    @Override
    protected LeadScorer scorer() {
        return Momentum.scorer();
    }

    @Override
    protected List<Growing> growing() {
        return List.of(Growing.withEach(Interaction.inbound("visit")));
    }

    @Example
    void threeVisitsThisWeekAndOneTheWeekBeforeAreWarm() {
        Score score = scorer().score(visits(1, 2, 3, 9), NOW);
        assertThat(score.total()).isEqualTo(Points.of(2 * 3 + 5 * (3 - 1)));
        assertThat(score.grade()).isEmpty();
        assertThat(scorer().score(visits(1, 2, 3), NOW).grade()).contains(new Grade("warm"));
    }
    // end::test[]

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private static LeadHistory visits(int... daysAgo) {
        LeadId lead = new LeadId("1");
        List<LeadEvent> events = new ArrayList<>();
        for (int days : daysAgo) {
            Instant at = NOW.minus(Duration.ofDays(days));
            events.add(new Interacted(
                    new EventHeader(new EventId("v" + days), lead, at, at), Interaction.inbound("visit")));
        }
        return LeadHistory.of(lead, events);
    }

    @Example
    void thePageAboutReviewShowsThisCode() throws IOException {
        String page = Files.readString(Path.of("../../docs/scoring-review.md"));
        assertThat(page)
                .contains(region("src/main/java/dev/leadkit/examples/embed/Momentum.java", "momentum", 4))
                .contains(region("src/test/java/dev/leadkit/examples/embed/MomentumTest.java", "test", 0));
    }

    private static String region(String file, String name, int indent) throws IOException {
        String source = Files.readString(Path.of(file));
        String begin = "// tag::" + name + "[]\n";
        int start = source.indexOf(begin) + begin.length();
        String code = source.substring(start, source.indexOf("// end::" + name + "[]", start));
        return "```java\n" + code.indent(-indent).stripTrailing() + "\n```";
    }
}
