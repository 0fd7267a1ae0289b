package dev.leadkit.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.kit.ScoringStrategyContract;
import dev.leadkit.scoring.model.ScoringStrategy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A strategy of a host keeps the contract, and one that does not keep it is contained. */
final class StrategyScorerTest extends ScoringStrategyContract {

    private static final ModelRef OWN = new ModelRef("own", "1");

    @Override
    protected LeadScorer scorer() {
        return StrategyScorer.of(OWN, StrategyScorerTest::activity);
    }

    private static Score activity(Facts facts) {
        return score(OWN, Points.of(facts.interactions().size()));
    }

    private static Score score(ModelRef model, Points... parts) {
        List<Contribution> contributions = Stream.of(parts)
                .map(points -> new Contribution("", "interactions", Contribution.Kind.RULE, points))
                .toList();
        return new Score(model, Map.of(), Optional.empty(), contributions, List.of());
    }

    static Stream<Arguments> failing() {
        ScoringStrategy throwing = facts -> {
            throw new IllegalStateException("about " + facts.lead().values());
        };
        Points huge = new Points(Long.MAX_VALUE);
        return Stream.of(
                Arguments.of("java.lang.IllegalStateException", throwing),
                Arguments.of("null", (ScoringStrategy) facts -> null),
                Arguments.of("java.lang.ArithmeticException", (ScoringStrategy) facts -> score(OWN, huge, huge)),
                Arguments.of("another model's score, or an absurd total", (ScoringStrategy) facts -> score(OWN, huge)),
                Arguments.of("another model's score, or an absurd total", (ScoringStrategy)
                        facts -> score(new ModelRef("other", "1"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failing")
    void aFailureGivesAScoreWithoutContributions(String was, ScoringStrategy strategy) {
        Score score = StrategyScorer.of(OWN, strategy).score(Leads.blank().history(), Leads.NOW);
        assertThat(score.model()).isEqualTo(OWN);
        assertThat(score.contributions()).isEmpty();
        assertThat(score.faults()).hasSize(1).allSatisfy(fault -> {
            assertThat(fault.path()).isEqualTo("own/1");
            assertThat(fault.value()).isEqualTo(was);
        });
    }

    @ParameterizedTest
    @CsvSource({"1000000, true", "1000000.001, false", "-1000000, true", "-1000000.001, false"})
    void aTotalIsAtMostAMillionPointsEitherWay(BigDecimal total, boolean taken) {
        StrategyScorer scorer = StrategyScorer.of(OWN, facts -> score(OWN, Points.of(total)));
        Score score = scorer.score(Leads.blank().history(), Leads.NOW);
        assertThat(score.total()).isEqualTo(taken ? Points.of(total) : Points.ZERO);
        assertThat(score.faults().isEmpty()).isEqualTo(taken);
        assertThat(scorer).hasToString("StrategyScorer[own/1]");
    }

    @Test
    void theStrategysScoreIsGivenAsItIs() {
        Leads lead = Leads.blank().did("call", Duration.ofDays(1));
        assertThat(scorer().score(lead.history(), Leads.NOW)).isEqualTo(score(OWN, Points.of(1)));
    }
}
