package dev.leadkit.scoring.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What every way of scoring must do. Extend it, say which scorer is meant (a strategy through {@code StrategyScorer.of}), and
 * where your strategy looks at fields of your own, override {@link #histories}.
 */
public abstract class ScoringStrategyContract {

    /** The scorer under test. */
    protected abstract LeadScorer scorer();

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

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void contributionsSumToTheTotal(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        Score score = scorer().score(history, asOf);
        ScoringLaws.contributionsAddUp(score);
        ScoringLaws.adjustmentsHaveTheirSign(score);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theSameHistoryGivesTheSameScore(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        assertThat(scorer().score(history, asOf)).isEqualTo(scorer().score(history, asOf));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whatHappensLaterMakesNoDifference(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        ScoringLaws.theFutureMakesNoDifference(scorer(), history, asOf);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theOrderAndRepetitionOfEventsMakesNoDifference(
            @ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf, @ForAll Random random) {
        List<LeadEvent> told = new ArrayList<>(history.events());
        told.addAll(history.events());
        Collections.shuffle(told, random);
        assertThat(scorer().score(LeadHistory.of(history.id(), told), asOf)).isEqualTo(scorer().score(history, asOf));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theScoreShowsNoPersonalData(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        ScoringLaws.personalDataStaysOut(scorer().score(history, asOf), history);
    }
}
