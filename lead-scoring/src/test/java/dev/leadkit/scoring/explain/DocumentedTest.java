package dev.leadkit.scoring.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.scoring.engine.Explanation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
