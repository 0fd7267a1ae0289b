package dev.leadkit.examples.embed;

import static dev.leadkit.examples.embed.TrialRule.PLAN;
import static dev.leadkit.examples.embed.TrialRule.TRIAL_BEGAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.core.kit.HistoryArbitraries;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.kit.Growing;
import dev.leadkit.scoring.kit.RuleContract;
import dev.leadkit.scoring.model.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;

// tag::test[]
/** A rule over fields and interactions of our own: the kit makes leads of them. */
final class TrialRuleTest extends RuleContract {

    private static final HistoryArbitraries OWN = HistoryArbitraries.of(TRIAL_BEGAN)
            .with(PLAN, Arbitraries.of("free", "team"))
            .withInteraction("export", Map.of("format", Arbitraries.of("csv", "pdf")));
    private static final Interaction PDF =
            new Interaction("export", Direction.INBOUND, Actor.AUTOMATED, Map.of("format", "pdf"));

    @Override
    protected Rule rule() {
        return TrialRule.rule();
    }

    @Override
    protected List<Growing> growing() {
        return List.of(Growing.withEach(PDF));
    }

    @Provide
    @Override
    protected Arbitrary<LeadHistory> histories() {
        return OWN.histories();
    }
    // end::test[]

    @Example
    void theLeadsOfTheKitReachEveryNumberOfPoints() {
        Instant end = LeadArbitraries.BEGIN.plus(Duration.ofDays(10));
        Set<Points> given = OWN.histories().generator(1_000).stream(new Random(1))
                .limit(5_000)
                .map(Shrinkable::value)
                .map(history -> rule().apply(Facts.of(history, end)).points())
                .collect(Collectors.toSet());
        assertThat(given).containsExactlyInAnyOrder(Points.ZERO, Points.of(5), Points.of(10));
    }

    @Example
    void thePageAboutReviewShowsThisCode() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/leadkit/examples/embed/TrialRuleTest.java"));
        String begin = "// tag::test[]\n";
        String code = source.substring(source.indexOf(begin) + begin.length(), source.indexOf("// end::test[]"));
        assertThat(Files.readString(Path.of("../../docs/scoring-review.md")))
                .contains("```java\n" + code.stripTrailing() + "\n```");
    }
}
