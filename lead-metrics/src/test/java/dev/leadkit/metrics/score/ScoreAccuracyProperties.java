package dev.leadkit.metrics.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.accuracy.ForecastCounts;
import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.Recalibration;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every measure against its formula over the list of leads. */
final class ScoreAccuracyProperties {

    private static final Instant START = LeadFactsArbitraries.START;
    private static final Duration HORIZON = Duration.ofDays(20);
    private static final ScoreAccuracy WITHIN = new ScoreAccuracy(HORIZON, Resolution.SECOND, Instant.MIN);

    /** A scored lead with a known outcome. */
    private record Told(long score, Optional<Double> probability, boolean converted) {}

    @Provide
    Arbitrary<List<LeadFacts>> leads() {
        return LeadFactsArbitraries.facts().list().ofMinSize(15).ofMaxSize(60);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return LeadFactsArbitraries.instants();
    }

    private static Accuracy result(ScoreAccuracy kpi, List<LeadFacts> leads, Instant asOf) {
        Counts counts = kpi.create();
        leads.forEach(lead -> kpi.add(counts, lead));
        return kpi.result(counts, asOf);
    }

    private static List<Told> ever(List<LeadFacts> leads) {
        return leads.stream()
                .filter(lead -> lead.decisive().isPresent())
                .map(lead -> told(lead, lead.isConverted()))
                .toList();
    }

    private static Told told(LeadFacts lead, boolean converted) {
        return new Told(
                lead.decisionScore().orElseThrow().units(),
                lead.decisionProbability().map(BigDecimal::doubleValue),
                converted);
    }

    private static double number(KpiResult result) {
        return result.value().number().orElseThrow().doubleValue();
    }

    @Property(tries = 300)
    void measuresOfScores(@ForAll("leads") List<LeadFacts> leads) {
        Accuracy accuracy = result(new ScoreAccuracy(), leads, START);
        List<Told> all = ever(leads);
        List<Told> won = all.stream().filter(Told::converted).toList();
        List<Told> rest = all.stream().filter(told -> !told.converted()).toList();
        assertThat(accuracy.ks().value().number().isPresent()).isEqualTo(!won.isEmpty() && !rest.isEmpty());
        if (won.isEmpty() || rest.isEmpty()) {
            return;
        }
        double ks = all.stream()
                .mapToDouble(cut -> Math.abs(share(won, cut.score()) - share(rest, cut.score())))
                .max()
                .orElseThrow();
        assertThat(number(accuracy.ks())).isCloseTo(ks, within(1e-6));
        for (double top : new double[] {0.1, 0.25, 1}) {
            Fraction share = Fraction.of(Math.round(top * 100), 100);
            assertThat(number(accuracy.liftAt(share))).as("lift at " + top).isCloseTo(lift(all, top), within(1e-6));
        }
        assertThat(accuracy.liftAt(Fraction.of(1, 10))).isEqualTo(accuracy.lift());
        if (won.size() > 1 && rest.size() > 1) {
            var interval = accuracy.auc().interval().orElseThrow();
            BigDecimal auc = accuracy.auc().value().number().orElseThrow();
            assertThat(interval.low()).isLessThanOrEqualTo(auc);
            assertThat(interval.high()).isGreaterThanOrEqualTo(auc);
        }
    }

    private static double share(List<Told> of, long atMost) {
        return of.stream().filter(told -> told.score() <= atMost).count() / (double) of.size();
    }

    /** Leads from the best down; the last that the share takes a part of gives the mean of all with its score. */
    private static double lift(List<Told> all, double top) {
        double left = top * all.size();
        double hits = 0;
        TreeMap<Long, List<Told>> byScore = new TreeMap<>(Comparator.reverseOrder());
        all.forEach(told -> byScore.computeIfAbsent(told.score(), score -> new ArrayList<>())
                .add(told));
        for (List<Told> tied : byScore.values()) {
            double taken = Math.min(left, tied.size());
            hits += taken * tied.stream().filter(Told::converted).count() / tied.size();
            left -= taken;
        }
        return hits / (top * all.stream().filter(Told::converted).count());
    }

    @Property(tries = 300)
    void measuresOfProbabilities(@ForAll("leads") List<LeadFacts> leads) {
        Accuracy.Forecasts forecasts = result(new ScoreAccuracy(), leads, START).forecasts();
        List<Told> all = ever(leads).stream()
                .filter(told -> told.probability().isPresent())
                .toList();
        assertThat(forecasts.brier().basis().denominator().longValueExact()).isEqualTo(all.size());
        if (all.isEmpty()) {
            assertThat(forecasts.brier().value())
                    .isEqualTo(new KpiValue.Undefined("no lead has a probability at its first decision"));
            return;
        }
        double brier = 0;
        double loss = 0;
        double expected = 0;
        for (Told told : all) {
            double p = told.probability().orElseThrow();
            double clipped = Math.max(1e-6, Math.min(1 - 1e-6, p));
            brier += Math.pow(told.converted() ? 1 - p : p, 2) / all.size();
            loss -= Math.log(told.converted() ? clipped : 1 - clipped) / all.size();
            expected += p;
        }
        assertThat(number(forecasts.brier())).isCloseTo(brier, within(1e-6));
        assertThat(number(forecasts.logLoss())).isCloseTo(loss, within(1e-6));
        long won = all.stream().filter(Told::converted).count();
        if (expected > 0) {
            assertThat(number(forecasts.observedToExpected())).isCloseTo(won / expected, within(1e-6));
        } else {
            assertThat(forecasts.observedToExpected().value())
                    .isEqualTo(new KpiValue.Undefined("no conversion was expected"));
        }
        double ece = 0;
        double inBins = 0;
        for (Accuracy.Bin bin : forecasts.bins()) {
            double size = bin.observed().basis().denominator().doubleValue();
            ece += size / all.size() * Math.abs(number(bin.foretold()) - number(bin.observed()));
            inBins += size;
            assertThat(bin.observed().interval()).isPresent();
        }
        assertThat(inBins).isEqualTo(all.size());
        assertThat(number(forecasts.ece())).isCloseTo(ece, within(1e-5));
        assertThat(forecasts.bins()).hasSizeLessThanOrEqualTo(10);
        assertLine(forecasts.line(), all, won);
    }

    /** The line itself is proved in core. */
    private static void assertLine(Accuracy.Line line, List<Told> all, long won) {
        ForecastCounts counts = new ForecastCounts();
        all.forEach(told -> counts.add(
                BigDecimal.valueOf(told.probability().orElseThrow())
                        .movePointRight(6)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .intValueExact(),
                told.converted()));
        Recalibration core = counts.recalibration();
        assertThat(line.slope().value().number()).isEqualTo(core.slope().decimal(KpiResult.SCALE));
        assertThat(line.intercept().value().number()).isEqualTo(core.intercept().decimal(KpiResult.SCALE));
        assertThat(line.inTheLarge().value().number())
                .isEqualTo(core.inTheLarge().decimal(KpiResult.SCALE));
        assertThat(line.slope().basis().numerator()).isEqualTo(BigDecimal.valueOf(won));
        assertThat(line.inTheLarge().basis().denominator()).isEqualTo(BigDecimal.valueOf(all.size()));
    }

    private static LeadFacts foretold(int number, String probability, boolean converted) {
        List<FactEvent> events = new ArrayList<>(List.of(
                new FactEvent("a", START, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true)),
                new FactEvent(
                        "b", START, new Occurrence.Scored(Points.of(1), Optional.of(new BigDecimal(probability))))));
        if (converted) {
            Instant later = START.plusSeconds(1);
            events.add(new FactEvent("c", later, new Occurrence.Converted(Optional.empty(), Optional.empty())));
        }
        return LeadFacts.of(new LeadId("lead" + number), events);
    }

    private static Accuracy.Line line(LeadFacts... leads) {
        return result(new ScoreAccuracy(), List.of(leads), START).forecasts().line();
    }

    private static void assertUndefined(KpiResult figure, String reason) {
        assertThat(figure.value()).isEqualTo(new KpiValue.Undefined(reason));
    }

    @Example
    @Label("The line of calibration: defined by two probabilities of mixed outcomes, else undefined for a reason")
    void calibrationLine() {
        LeadFacts lowWon = foretold(1, "0.2", true);
        LeadFacts lowOpen = foretold(2, "0.2", false);
        LeadFacts highWon = foretold(3, "0.8", true);
        LeadFacts highOpen = foretold(4, "0.8", false);
        LeadFacts[] both = {
            lowWon, lowOpen, foretold(5, "0.2", false), highWon, foretold(6, "0.8", true), highOpen,
        };
        assertThat(line(both).slope().value().number()).contains(new BigDecimal("0.500000"));
        assertThat(line(both).slope().definition().id()).isEqualTo("score.calibration.slope/1");
        assertThat(line(both).intercept().value().number()).contains(new BigDecimal("0.000000"));
        assertThat(line(both).intercept().definition().id()).isEqualTo("score.calibration.intercept/1");
        assertThat(line(both).inTheLarge().definition().id()).isEqualTo("score.calibration.in-the-large/1");
        assertUndefined(line().slope(), "no lead has a probability at its first decision");
        assertUndefined(line(lowWon, highWon).inTheLarge(), "every lead with a probability was converted");
        assertUndefined(line(lowOpen, highOpen).inTheLarge(), "no lead with a probability was converted");
        assertUndefined(line(lowOpen, lowWon).slope(), "all probabilities are equal");
        assertUndefined(
                line(lowOpen, highWon).intercept(), "a probability divides the converted leads from the others");
        Counts missing = new Counts();
        new ScoreAccuracy().retract(missing, lowWon);
        assertUndefined(
                new ScoreAccuracy().result(missing, START).forecasts().line().slope(), KpiResult.INCOMPLETE);
    }

    @Property(tries = 300)
    void withAHorizonOnlyMaturedLeadsCountByTheirOutcomeInTime(
            @ForAll("leads") List<LeadFacts> leads, @ForAll("instants") Instant asOf) {
        Accuracy accuracy = result(WITHIN, leads, asOf);
        List<Told> matured = new ArrayList<>();
        long young = 0;
        long undated = 0;
        long early = 0;
        for (LeadFacts lead : leads) {
            Optional<Instant> captured = lead.captured().map(FactEvent::at);
            Optional<Instant> converted = lead.converted().map(FactEvent::at);
            if (captured.isEmpty()) {
                undated++;
            } else if (converted.isPresent() && converted.get().isBefore(captured.get())) {
                early++;
            } else if (lead.decisive().isPresent()) {
                Instant end = captured.get().plus(HORIZON);
                boolean over = !end.plusNanos(999_999_999)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .isAfter(asOf);
                young += over ? 0 : 1;
                if (over) {
                    matured.add(
                            told(lead, converted.isPresent() && !converted.get().isAfter(end)));
                }
            }
        }
        Map<String, Long> excluded = accuracy.auc().basis().excluded();
        assertThat(accuracy.immature()).isEqualTo(young);
        assertThat(excluded.getOrDefault("horizon not over", 0L)).isEqualTo(young);
        assertThat(excluded.getOrDefault(LeadFacts.UNDATED, 0L)).isEqualTo(undated);
        assertThat(excluded.getOrDefault("converted before the capture", 0L)).isEqualTo(early);
        assertThat(accuracy.distribution().values().stream()
                        .mapToLong(outcomes -> outcomes.positives())
                        .sum())
                .isEqualTo(matured.stream().filter(Told::converted).count());
        assertThat(accuracy.distribution().values().stream()
                        .mapToLong(outcomes -> outcomes.negatives())
                        .sum())
                .isEqualTo(matured.stream().filter(told -> !told.converted()).count());
        long everybody = matured.size() + excluded.values().stream().reduce(0L, Long::sum);
        assertThat(everybody).as("nobody is dropped").isEqualTo(leads.size());
    }

    private static LeadFacts scored(Instant at, long points) {
        return LeadFacts.of(
                new LeadId("lead"),
                List.of(
                        new FactEvent("a", at, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true)),
                        new FactEvent(
                                "b",
                                at,
                                new Occurrence.Scored(Points.of(points), Optional.of(new BigDecimal("1.01"))))));
    }

    @Example
    @Label(
            "Drift: the bins are tenths of the leads before; the index is that of the formula, against its critical value")
    void drift() {
        List<LeadFacts> leads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            leads.add(scored(START.minusSeconds(1), i));
            leads.add(scored(START, i / 2));
        }
        leads.add(LeadFacts.of(
                new LeadId("undated"),
                List.of(new FactEvent("b", START, new Occurrence.Scored(Points.of(7), Optional.empty())))));
        Accuracy accuracy = result(new ScoreAccuracy().comparedAt(START), leads, START);
        double psi = 0;
        for (int bin = 0; bin < 10; bin++) {
            double before = 10.5 / 105;
            double since = (bin < 5 ? 20.5 : 0.5) / 105;
            psi += (since - before) * Math.log(since / before);
        }
        assertThat(number(accuracy.drift().index())).isCloseTo(psi, within(1e-6));
        assertThat(accuracy.drift().index().basis().numerator()).isEqualTo(BigDecimal.valueOf(100));
        assertThat(accuracy.drift().index().basis().excluded()).isEqualTo(Map.of(LeadFacts.UNDATED, 1L));
        assertThat(accuracy.drift().comparison().orElseThrow().isDrift()).isTrue();
        assertThat(accuracy.drift().comparison().orElseThrow().bins()).isEqualTo(10);
        assertThat(accuracy.forecasts().brier().basis().excluded())
                .as("what is no probability")
                .isEqualTo(Map.of("scored without a probability from 0 to 1", 201L));
        assertThat(result(new ScoreAccuracy(), leads, START).drift().index().value())
                .isEqualTo(new KpiValue.Undefined("no instant divides the leads"));
        assertThat(result(new ScoreAccuracy().comparedAt(START), leads.subList(0, 1), START)
                        .drift()
                        .index()
                        .value())
                .isEqualTo(new KpiValue.Undefined("too few scored leads before or since, or all of one score"));
    }

    @Example
    @Label("Parameters are part of the definition, and wrong ones are refused")
    void definitions() {
        assertThat(new ScoreAccuracy().definition().id()).isEqualTo("score.auc/1");
        assertThat(result(new ScoreAccuracy(), List.of(), START)
                        .lift()
                        .definition()
                        .id())
                .isEqualTo("score.lift/1?top=0.1");
        assertThat(result(new ScoreAccuracy(), List.of(), START)
                        .liftAt(Fraction.of(1, 3))
                        .definition()
                        .id())
                .isEqualTo("score.lift/1?top=1/3");
        assertThat(ScoreAccuracy.within(HORIZON).comparedAt(START).definition().id())
                .isEqualTo("score.auc/1?horizon=PT480H&resolution=PT24H&divides=2025-11-01T00:00:00Z");
        assertThatThrownBy(() -> ScoreAccuracy.within(Duration.ZERO)).hasMessage("horizon must be above 0, was PT0S");
        assertThatThrownBy(() -> ScoreAccuracy.within(Duration.ofSeconds(-1)))
                .hasMessage("horizon must be from 0 to 100 years, was PT-1S");
        assertThatThrownBy(() -> new ScoreAccuracy(HORIZON, new Resolution(Duration.ofMillis(2_500)), START))
                .hasMessage("resolution must be whole seconds from 1, was PT2.5S");
    }
}
