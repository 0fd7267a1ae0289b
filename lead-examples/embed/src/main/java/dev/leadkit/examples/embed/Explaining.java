package dev.leadkit.examples.embed;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.explain.ScoreChart;
import dev.leadkit.scoring.explain.ScoreDiff;
import dev.leadkit.scoring.explain.Sentences;
import dev.leadkit.scoring.explain.SmallestChange;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is told to a rep who asks why. */
final class Explaining {

    private Explaining() {}

    static List<String> told(ScoringModel model, LeadHistory history, Instant now) {
        List<String> told = new ArrayList<>();
        // spotless:off
        // tag::explaining[]
        ScoringEngine engine = ScoringEngine.of(model);
        Explanation why = engine.explain(history, now);
        Sentences words = Sentences.of(Locale.ENGLISH); // German is there too; other languages by a ResourceBundle
        told.add(words.summary(why));
        told.addAll(words.contributions(why));
        told.addAll(words.changes(SmallestChange.of(model, why), why)); // the least that makes the next grade
        Explanation lastWeek = engine.explain(history, now.minus(Duration.ofDays(7)));
        told.addAll(words.changes(ScoreDiff.between(lastWeek, why), why)); // why it is another score than last week
        String picture = ScoreChart.of(why, words).svg();
        // end::explaining[]
        // spotless:on
        told.add(picture);
        return told;
    }
}
