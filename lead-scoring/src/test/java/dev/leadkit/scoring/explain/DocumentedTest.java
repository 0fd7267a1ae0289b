package dev.leadkit.scoring.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.model.ScoringModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page about models shows what the code does")
final class DocumentedTest {

    private final Explanation now = Documented.explanation(Documented.NOW);

    @Test
    void theExplanation() {
        assertThat(now.toString()).isEqualTo(Documented.block("text", 1));
    }

    @Test
    void theSentencesInBothLanguages() {
        List<String> said = new ArrayList<>();
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Sentences sentences = Sentences.of(language);
            said.add(sentences.summary(now));
            said.addAll(sentences.contributions(now));
            said.addAll(sentences.unjudged(now));
        }
        assertThat(String.join("\n", said)).isEqualTo(Documented.block("text", 2));
    }

    @Test
    void theSmallestChange() {
        SmallestChange change = SmallestChange.of(Documented.model(), now);
        assertThat(change.status()).isEqualTo(SmallestChange.Status.FOUND);
        assertThat(String.join("\n", Sentences.of(Locale.ENGLISH).changes(change, now)))
                .isEqualTo(Documented.block("text", 3));
    }

    @Test
    void theSmallestChangeInReach() throws IOException {
        ScoringModel model = Documented.model();
        Explanation explanation = now;
        // spotless:off
        // tag::in-reach[]
        Predicate<String> ours = rule -> !Set.of("country", "size").contains(rule);
        SmallestChange inReach = SmallestChange.of(model, explanation, ours);
        // end::in-reach[]
        // spotless:on
        assertThat(inReach.flips()).noneMatch(flip -> !ours.test(flip.rule()));
        assertThat(Documented.page("scoring-model.md")).contains("```java\n" + shown("in-reach") + "\n```");
    }

    private static String shown(String tag) throws IOException {
        String code = Files.readString(Path.of("src/test/java/dev/leadkit/scoring/explain/DocumentedTest.java"), UTF_8);
        String from = "// tag::" + tag + "[]\n";
        return code.substring(code.indexOf(from) + from.length(), code.indexOf("        // end::" + tag + "[]"))
                .stripTrailing()
                .stripIndent();
    }

    @Test
    void theDifferenceOfAWeek() {
        Explanation before = Documented.explanation(Documented.NOW.minus(Duration.ofDays(3)));
        ScoreDiff diff = ScoreDiff.between(before, now);
        assertThat(String.join("\n", Sentences.of(Locale.ENGLISH).changes(diff, now)))
                .isEqualTo(Documented.block("text", 4));
    }

    @Test
    void thePicture() {
        assertThat(ScorePicture.svg()).isEqualTo(Documented.page("scoring-explanation.svg"));
    }
}
