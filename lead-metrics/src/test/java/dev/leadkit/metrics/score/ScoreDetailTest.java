package dev.leadkit.metrics.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.explain.Explanation.Cell;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.fold.TimeBasis;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Six leads, worked out by hand, and the borders of what counts. */
final class ScoreDetailTest {

    private static final Instant DAY = Instant.parse("2026-03-10T00:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-12-31T00:00:00Z");
    private static final FactEvent CAME =
            new FactEvent("came", DAY, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true));
    private static final FactEvent WON = new FactEvent(
            "won", DAY.plus(Duration.ofHours(2)), new Occurrence.Converted(Optional.empty(), Optional.empty()));

    private static FactEvent scored(long points, String... chance) {
        return new FactEvent(
                "scored",
                DAY.plus(Duration.ofHours(1)),
                new Occurrence.Scored(
                        Points.of(points),
                        chance.length == 0 ? Optional.empty() : Optional.of(new BigDecimal(chance[0]))));
    }

    private static LeadFacts lead(FactEvent... events) {
        return LeadFacts.of(new LeadId("lead"), List.of(events));
    }

    private static List<LeadFacts> six() {
        return List.of(
                lead(CAME, scored(3, "0.8"), WON),
                lead(CAME, scored(1, "0.4"), WON),
                lead(CAME, scored(2, "0.5")),
                lead(CAME, scored(1)),
                lead(CAME, WON),
                lead(CAME));
    }

    private static Accuracy result(ScoreAccuracy kpi, Instant asOf, List<LeadFacts> leads) {
        return leads.stream().collect(kpi.collector(asOf));
    }

    private static String shown(KpiResult figure) {
        return figure.value() instanceof KpiValue.Undefined why
                ? why.reason()
                : figure.value().number().orElseThrow().stripTrailingZeros().toPlainString();
    }

    private static String basis(KpiResult figure) {
        return figure.basis().numerator().stripTrailingZeros().toPlainString() + " / "
                + figure.basis().denominator().stripTrailingZeros().toPlainString();
    }

    @Test
    @DisplayName("Of four pairs two and a half are in the right order; the top tenth is twice as good as any")
    void scores() {
        Accuracy accuracy = result(new ScoreAccuracy(), AS_OF, six());
        assertThat(shown(accuracy.auc())).isEqualTo("0.625");
        assertThat(basis(accuracy.auc())).isEqualTo("2.5 / 4");
        assertThat(shown(accuracy.ks())).isEqualTo("0.5");
        assertThat(basis(accuracy.ks())).isEqualTo("2 / 4");
        assertThat(shown(accuracy.lift())).isEqualTo("2");
        assertThat(basis(accuracy.lift())).isEqualTo("0.4 / 0.2");
        assertThat(accuracy.distribution())
                .isEqualTo(Map.of(
                        Points.of(1), new Outcomes(1, 1),
                        Points.of(2), new Outcomes(0, 1),
                        Points.of(3), new Outcomes(1, 0)));
        assertThat(accuracy.auc().basis().excluded())
                .isEqualTo(Map.of(
                        "converted, without a score at the decision", 1L,
                        "not converted, without a score at the decision", 1L));
        assertThat(accuracy.immature()).isZero();
    }

    @Test
    @DisplayName(
            "Of three with a chance, 1.7 were expected and two came: the squares, the surprise and the bins add up")
    void chances() {
        Accuracy.Forecasts forecasts = result(new ScoreAccuracy(), AS_OF, six()).forecasts();
        assertThat(basis(forecasts.brier())).isEqualTo("0.65 / 3");
        assertThat(shown(forecasts.brier())).isEqualTo("0.216667");
        assertThat(shown(forecasts.logLoss())).isEqualTo("0.61086");
        assertThat(basis(forecasts.observedToExpected())).isEqualTo("2 / 1.7");
        assertThat(shown(forecasts.observedToExpected())).isEqualTo("1.176471");
        assertThat(basis(forecasts.ece())).isEqualTo("1.3 / 3");
        assertThat(forecasts.bins().stream().map(bin -> shown(bin.foretold()))).containsExactly("0.4", "0.5", "0.8");
        assertThat(forecasts.bins().stream().map(bin -> shown(bin.observed()))).containsExactly("1", "0", "1");
        assertThat(forecasts.brier().basis().excluded())
                .isEqualTo(Map.of(
                        "converted, without a score at the decision", 1L,
                        "not converted, without a score at the decision", 1L,
                        "scored without a probability from 0 to 1", 1L));
    }

    @Test
    @DisplayName("Each figure has a name of its own, with the horizon and the instant that divides")
    void names() {
        ScoreAccuracy kpi = ScoreAccuracy.within(Duration.ofDays(1)).comparedAt(DAY);
        Accuracy accuracy = result(kpi, AS_OF, six());
        Accuracy.Forecasts forecasts = accuracy.forecasts();
        String all = "horizon=PT24H&resolution=PT24H&divides=2026-03-10T00:00:00Z";
        assertThat(Stream.of(
                                accuracy.auc(),
                                accuracy.lift(),
                                accuracy.liftAt(Fraction.of(1, 4)),
                                accuracy.ks(),
                                accuracy.drift().index(),
                                forecasts.logLoss(),
                                forecasts.brier(),
                                forecasts.observedToExpected(),
                                forecasts.ece(),
                                forecasts.bins().get(0).foretold(),
                                forecasts.bins().get(0).observed())
                        .map(figure -> figure.definition().id()))
                .containsExactly(
                        "score.auc/1?" + all,
                        "score.lift/1?top=0.1&" + all,
                        "score.lift/1?top=0.25&" + all,
                        "score.ks/1?" + all,
                        "score.psi/1?" + all,
                        "score.log-loss/1?" + all,
                        "score.brier/1?" + all,
                        "score.observed-to-expected/1?" + all,
                        "score.ece/1?" + all,
                        "score.calibration.foretold/1?" + all,
                        "score.calibration.observed/1?" + all);
        assertThat(kpi.definition().basis()).isEqualTo(TimeBasis.COHORT);
        assertThat(new ScoreAccuracy().definition().basis()).isEqualTo(TimeBasis.SNAPSHOT);
        assertThat(result(new ScoreAccuracy(), AS_OF, six())
                        .liftAt(Fraction.of(1, 1L << 31))
                        .definition()
                        .id())
                .as("too long for a decimal")
                .isEqualTo("score.lift/1?top=1/2147483648");
        assertThat(ScoreAccuracy.within(Duration.ofDays(36_525)).hasHorizon()).isTrue();
    }

    @Test
    @DisplayName("Why there is no figure: no score, nobody converted, everybody")
    void reasons() {
        List<LeadFacts> six = six();
        assertThat(shown(result(new ScoreAccuracy(), AS_OF, List.of()).auc()))
                .isEqualTo("no lead has a score at its first decision");
        assertThat(shown(result(new ScoreAccuracy(), AS_OF, six.subList(0, 2)).auc()))
                .isEqualTo("every scored lead was converted");
        assertThat(shown(result(new ScoreAccuracy(), AS_OF, six.subList(2, 4)).ks()))
                .isEqualTo("no scored lead was converted");
        assertThat(shown(result(new ScoreAccuracy(), AS_OF, six.subList(3, 6))
                        .forecasts()
                        .ece()))
                .isEqualTo("no lead has a probability at its first decision");
    }

    @Test
    @DisplayName("A piece of the counts in which more was taken back than counted tells nothing")
    void incomplete() {
        ScoreAccuracy kpi = new ScoreAccuracy().comparedAt(DAY);
        Counts counts = kpi.create();
        kpi.retract(counts, six().get(0));
        Accuracy piece = kpi.result(counts, AS_OF);
        Accuracy.Forecasts forecasts = piece.forecasts();
        assertThat(Stream.of(
                        piece.auc(),
                        piece.ks(),
                        piece.lift(),
                        piece.drift().index(),
                        forecasts.brier(),
                        forecasts.logLoss(),
                        forecasts.ece(),
                        forecasts.observedToExpected()))
                .extracting(ScoreDetailTest::shown)
                .containsOnly(KpiResult.INCOMPLETE);
        assertThat(piece.drift().comparison()).isEmpty();
        assertThat(forecasts.bins()).isEmpty();
        assertThat(forecasts.observedToExpected().definition().id())
                .isEqualTo("score.observed-to-expected/1?divides=2026-03-10T00:00:00Z");
    }

    @Test
    @DisplayName("A lead is mature at the very instant at which its horizon is over, and in time at its end")
    void mature() {
        ScoreAccuracy kpi = ScoreAccuracy.within(Duration.ofHours(2)).comparedAt(DAY);
        Instant midnight = DAY.plus(Duration.ofDays(1));
        List<LeadFacts> leads = List.of(lead(CAME, scored(3), WON));
        Accuracy young = result(kpi, midnight.minusNanos(1), leads);
        assertThat(young.immature()).isEqualTo(1);
        assertThat(young.distribution()).isEmpty();
        assertThat(young.auc().basis().excluded()).isEqualTo(Map.of("horizon not over", 1L));
        Accuracy mature = result(kpi, midnight, leads);
        assertThat(mature.immature()).isZero();
        assertThat(mature.distribution()).isEqualTo(Map.of(Points.of(3), new Outcomes(1, 0)));
    }

    @Test
    @DisplayName("Scores above all of those before are in the highest bin, and move nothing by themselves")
    void drift() {
        List<LeadFacts> leads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            leads.add(lead(
                    new FactEvent("old", DAY.minusSeconds(1), CAME.what()),
                    new FactEvent("s", DAY, new Occurrence.Scored(Points.of(i), Optional.empty()))));
            leads.add(lead(CAME, scored(i == 99 ? 500 : i)));
        }
        Accuracy.Drift drift =
                result(new ScoreAccuracy().comparedAt(DAY), AS_OF, leads).drift();
        assertThat(shown(drift.index())).isEqualTo("0");
        assertThat(drift.comparison().orElseThrow().bins()).isEqualTo(10);
        assertThat(drift.comparison().orElseThrow().isDrift()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000000",
        "0.0000005, 0",
        "0.00000051, 1",
        "0.0000015, 2",
        "0.00000009, 0",
        "1E-9999999, 0",
        "1E-999999999, 0"
    })
    @DisplayName("Chances count in millionths, rounded half to even, however small they are")
    void smallChances(String chance, long millionths) {
        Explanation why = Explanation.of(new ScoreAccuracy(), lead(CAME, scored(2, chance), WON));
        assertThat(why.cells())
                .containsExactly(
                        new Cell(List.of(), "converted, by score in thousandths of a point", 2_000, 1),
                        new Cell(List.of(), "converted, by probability in millionths", millionths, 1));
        assertThat(why.evidence()).extracting(FactEvent::id).containsExactly("scored", "won");
    }

    @Test
    @DisplayName("What is below 0 or above 1 is no chance; undated leads are in no period")
    void noChance() {
        ScoreAccuracy kpi = new ScoreAccuracy().comparedAt(DAY);
        for (String chance : List.of("-0.000001", "1.000001")) {
            assertThat(Explanation.of(kpi, lead(scored(2, chance))).cells())
                    .containsExactly(
                            new Cell(List.of(), "not converted, by score in thousandths of a point", 2_000, 1),
                            new Cell(List.of(), "undated and scored", 0, 1));
        }
        assertThat(Explanation.of(kpi, lead(CAME, scored(2, "0.5"))).cells())
                .containsExactly(
                        new Cell(List.of(), "not converted, by score in thousandths of a point", 2_000, 1),
                        new Cell(List.of(), "not converted, by probability in millionths", 500_000, 1),
                        new Cell(
                                List.of(),
                                "captured since the division, by score in thousandths of a point",
                                2_000,
                                1));
        LeadFacts old = lead(new FactEvent("old", DAY.minusNanos(1), CAME.what()), scored(2));
        assertThat(Explanation.of(kpi, old).cells())
                .contains(new Cell(
                        List.of(), "captured before the division, by score in thousandths of a point", 2_000, 1));
    }
}
