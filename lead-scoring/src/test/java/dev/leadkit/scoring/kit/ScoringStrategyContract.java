package dev.leadkit.scoring.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Scored;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * What every way of scoring must do. Extend it, say which scorer is meant (a strategy through {@code StrategyScorer.of}), and
 * where your strategy looks at fields of your own, override {@link #histories}. A law that does not hold is shown with the
 * smallest lead that was found to break it.
 */
public abstract class ScoringStrategyContract {

    private static final Points MOST = Points.of(ScoringModel.MOST_POINTS);
    private static final Points LEAST = Points.of(-ScoringModel.MOST_POINTS);

    /** The scorer under test; where it can be made anew, each time a new one. */
    protected abstract LeadScorer scorer();

    /** What must never lower a score; by default nothing is declared. */
    protected List<Growing> growing() {
        return List.of();
    }

    /** The leads to score, each with its events. */
    @Provide
    protected Arbitrary<LeadHistory> histories() {
        return LeadArbitraries.histories();
    }

    /** The moments to score at. */
    @Provide
    protected Arbitrary<Instant> moments() {
        return LeadArbitraries.instants();
    }

    /**
     * Whether the strategy looks at the calendar on purpose: the month, a holiday, the hour where the lead is. Then it may
     * give another score to the same lead some weeks later.
     */
    protected boolean looksAtTheCalendar() {
        return false;
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void contributionsSumToTheTotal(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        Score score = scorer().score(history, asOf);
        assertThatCode(() -> {
                    ScoringLaws.contributionsAddUp(score);
                    ScoringLaws.adjustmentsHaveTheirSign(score);
                })
                .as(Shown.lead(history, asOf))
                .doesNotThrowAnyException();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theTotalIsWithinItsBounds(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        assertThat(scorer().score(history, asOf).total())
                .as(Shown.lead(history, asOf))
                .isBetween(LEAST, MOST);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theSameHistoryGivesTheSameScore(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        LeadScorer scorer = scorer();
        assertThat(scorer.score(history, asOf)).as(Shown.lead(history, asOf)).isEqualTo(scorer.score(history, asOf));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theSameLeadWeeksLaterHasTheSameScore(
            @ForAll("histories") LeadHistory history,
            @ForAll("moments") Instant asOf,
            @ForAll @IntRange(min = -1_000, max = 1_000) int weeks) {
        List<Later> moves = looksAtTheCalendar() ? List.of() : Later.byAndToToday(weeks, asOf);
        for (Later later : moves) {
            assertThat(scorer().score(later.move(history), later.move(asOf)))
                    .as(later + Shown.lead(history, asOf))
                    .isEqualTo(scorer().score(history, asOf));
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void otherLeadsMakeNoDifference(
            @ForAll("histories") LeadHistory history,
            @ForAll("histories") LeadHistory other,
            @ForAll("moments") Instant asOf) {
        LeadScorer scorer = scorer();
        Score alone = scorer().score(history, asOf);
        scorer.score(other, asOf);
        assertThat(scorer.score(history, asOf))
                .as(Shown.lead(history, asOf) + "scored after " + Shown.lead(other, asOf))
                .isEqualTo(alone);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whatHappensLaterMakesNoDifference(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        assertThat(scorer().score(history, asOf))
                .as(Shown.lead(history, asOf))
                .isEqualTo(scorer().score(history.until(asOf), asOf));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theOrderAndRepetitionOfEventsMakesNoDifference(
            @ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf, @ForAll Random random) {
        List<LeadEvent> told = new ArrayList<>(history.events());
        told.addAll(history.events());
        Collections.shuffle(told, random);
        LeadScorer scorer = scorer();
        assertThat(scorer.score(LeadHistory.of(history.id(), told), asOf))
                .as(Shown.lead(history, asOf))
                .isEqualTo(scorer.score(history, asOf));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theScoreShowsNoPersonalData(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        Score score = scorer().score(history, asOf);
        assertThatCode(() -> ScoringLaws.personalDataStaysOut(score, history))
                .as(Shown.lead(history, asOf))
                .doesNotThrowAnyException();
    }

    /** The generated leads lack fields at random; here the last of them go, too. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aLeadOfWhichLittleIsKnownIsScoredWithoutFaults(
            @ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        for (LeadHistory less : List.of(history, history.redacted(), LeadHistory.of(new LeadId("L-0"), List.of()))) {
            assertThat(scorer().score(less, asOf).faults())
                    .as(Shown.lead(less, asOf))
                    .isEmpty();
        }
    }

    /** Otherwise a score would feed on the one before. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aScoreThatWasKeptMakesNoDifference(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        Score score = scorer().score(history, asOf);
        Score kept = new Score(
                score.model(),
                Map.of(),
                Optional.of(new Grade("kept")),
                List.of(new Contribution("", "kept", Contribution.Kind.RULE, Points.of(77))),
                List.of());
        LeadHistory more =
                history.plus(new Scored(new EventHeader(new EventId("~kept"), history.id(), asOf, asOf), kept));
        assertThat(scorer().score(more, asOf)).as(Shown.lead(history, asOf)).isEqualTo(score);
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
    void manyThreadsGetTheScoresThatOneGets(
            @ForAll @Size(8) List<@From("histories") LeadHistory> histories, @ForAll("moments") Instant asOf) {
        LeadScorer scorer = scorer();
        List<Score> alone =
                histories.stream().map(history -> scorer.score(history, asOf)).toList();
        boolean same = Threads.each(histories, history -> scorer.score(history, asOf)).stream()
                .allMatch(alone::equals);
        assertThat(same)
                .as(Shown.lead(histories.get(0), asOf) + "and " + (histories.size() - 1) + " others")
                .isTrue();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whatIsDeclaredToGrowNeverLowersTheTotal(
            @ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        for (Growing growing : growing()) {
            LeadHistory better = growing.better().apply(history, asOf);
            assertThat(scorer().score(better, asOf).total())
                    .as(growing.what() + " for " + Shown.lead(history, asOf))
                    .isGreaterThanOrEqualTo(scorer().score(history, asOf).total());
        }
    }
}
