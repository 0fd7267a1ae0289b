package dev.leadkit.scoring.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.explain.ScoreChange.Cause;
import dev.leadkit.scoring.kit.ScoringModelArbitraries;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class ScoreDiffProperties {

    @Provide
    Arbitrary<ScoringModel> models() {
        return ScoringModelArbitraries.models();
    }

    @Provide
    Arbitrary<LeadHistory> histories() {
        return LeadArbitraries.histories();
    }

    private static Explanation explained(ScoringModel model, LeadHistory lead, int hours) {
        Instant asOf = LeadArbitraries.BEGIN.plus(Duration.ofHours(hours));
        return ScoringEngine.of(model, ScoringModelArbitraries.registry()).explain(lead, asOf);
    }

    /** By rule and kind of part, what a list of changes adds up to. */
    private static Map<String, Long> byRule(ScoreDiff diff) {
        Map<String, Long> sums = new TreeMap<>();
        for (ScoreChange change : diff.changes()) {
            String kind = change.cause() == Cause.LIMIT ? "limit " : "";
            sums.merge(kind + change.dimension() + "/" + change.rule(), change.points().units(), Long::sum);
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void changesSumToTheDifferenceAndKeepTheirCauses(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory lead,
            @ForAll @IntRange(max = 240) int before,
            @ForAll @IntRange(max = 240) int after) {
        Explanation one = explained(model, lead, Math.min(before, after));
        Explanation other = explained(model, lead, Math.max(before, after));
        ScoreDiff diff = ScoreDiff.between(one, other);
        assertThat(diff.points()).isEqualTo(other.score().total().minus(one.score().total()));
        assertThat(diff.changes().stream().map(ScoreChange::points).reduce(Points.ZERO, Points::plus))
                .isEqualTo(diff.points());
        assertThat(byRule(diff)).isEqualTo(byRule(ScoreDiff.between(one.score(), other.score())));
        assertThat(diff.changes()).noneMatch(change -> change.cause() == Cause.MODEL || change.cause() == Cause.RULE);
        assertThat(diff.changes())
                .allMatch(change -> change.points().units() != 0 || change.cause() == Cause.DISQUALIFIED);
        assertThat(Sentences.of(Locale.GERMAN).changes(diff, other)).hasSameSizeAs(diff.changes());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void nothingChangesBetweenAScoreAndItself(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory lead,
            @ForAll @IntRange(max = 240) int hours) {
        Explanation one = explained(model, lead, hours);
        assertThat(ScoreDiff.between(one, one).changes()).isEmpty();
        assertThat(ScoreDiff.between(one.score(), one.score()).changes()).isEmpty();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void twoModelsAreComparedToo(
            @ForAll("models") ScoringModel model,
            @ForAll("models") ScoringModel other,
            @ForAll("histories") LeadHistory lead,
            @ForAll @IntRange(max = 240) int hours) {
        Explanation one = explained(model, lead, hours);
        Explanation two = explained(other, lead, hours);
        ScoreDiff diff = ScoreDiff.between(one, two);
        assertThat(byRule(diff)).isEqualTo(byRule(ScoreDiff.between(one.score(), two.score())));
    }
}
