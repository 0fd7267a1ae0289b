package dev.leadkit.metrics.score;

import dev.leadkit.accuracy.ForecastCounts;
import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.lead.Points;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a result from counts. */
final class Reading {

    private static final Fraction TOP_DECILE = Fraction.of(1, 10);
    private static final String YOUNG = "horizon not over";

    private final ScoreAccuracy kpi;
    private final Counts counts;
    private final Counts cell;
    private final SortedMap<String, Long> excluded;
    private final long immature;

    Reading(ScoreAccuracy kpi, Counts counts, Instant asOf) {
        this.kpi = kpi;
        this.counts = counts;
        this.cell = kpi.hasHorizon() ? new Counts() : counts;
        this.excluded = new TreeMap<>(counts.excluded());
        this.immature = kpi.hasHorizon() ? gather(asOf) : 0;
        if (immature != 0) {
            excluded.put(YOUNG, immature);
        }
    }

    /** Gathers what is mature and tells how many are not. */
    private long gather(Instant asOf) {
        long now = kpi.resolution().down(asOf);
        long young = 0;
        for (var each : counts.named().entrySet()) {
            if (Long.parseLong(each.getKey()) <= now) {
                cell.merge(each.getValue());
            } else {
                young += each.getValue().total(ScoreAccuracy.CONVERTED)
                        + each.getValue().total(ScoreAccuracy.OTHERS);
            }
        }
        return young;
    }

    Accuracy accuracy() {
        OutcomeCounts outcomes = outcomes(ScoreAccuracy.CONVERTED, ScoreAccuracy.OTHERS);
        SortedMap<Points, Outcomes> distribution = new TreeMap<>();
        outcomes.counts().forEach((units, each) -> distribution.put(new Points(units), each));
        Definition lift = new Definition(
                "score.lift/1" + kpi.parameters("top=0.1"), kpi.definition().basis(), "The lift.");
        return new Accuracy(
                auc(outcomes),
                Lift.of(outcomes, TOP_DECILE, lift, excluded),
                ks(outcomes),
                distribution,
                new Believed(kpi, forecasts(), excluded(outcomes)).forecasts(hasNegative()),
                new Moved(kpi, counts).drift(),
                immature);
    }

    private OutcomeCounts outcomes(int converted, int others) {
        OutcomeCounts outcomes = new OutcomeCounts();
        for (long key : cell.keys(converted)) {
            outcomes.add(key, new Outcomes(cell.count(converted, key), 0));
        }
        for (long key : cell.keys(others)) {
            outcomes.add(key, new Outcomes(0, cell.count(others, key)));
        }
        return outcomes;
    }

    private boolean hasNegative() {
        return cell.hasNegative(ScoreAccuracy.FORETOLD_CONVERTED) || cell.hasNegative(ScoreAccuracy.FORETOLD_OTHERS);
    }

    private ForecastCounts forecasts() {
        ForecastCounts forecasts = new ForecastCounts();
        if (!hasNegative()) {
            outcomes(ScoreAccuracy.FORETOLD_CONVERTED, ScoreAccuracy.FORETOLD_OTHERS)
                    .counts()
                    .forEach((millionths, each) -> forecasts.add(Math.toIntExact(millionths), each));
        }
        return forecasts;
    }

    private SortedMap<String, Long> excluded(OutcomeCounts scored) {
        long foretold = cell.total(ScoreAccuracy.FORETOLD_CONVERTED) + cell.total(ScoreAccuracy.FORETOLD_OTHERS);
        long without = scored.total().total() - foretold;
        SortedMap<String, Long> all = new TreeMap<>(excluded);
        if (without != 0) {
            all.put("scored without a probability from 0 to 1", without);
        }
        return all;
    }

    private KpiResult auc(OutcomeCounts outcomes) {
        KpiResult plain = Lift.figure(kpi.definition(), outcomes.auc(), pairs(outcomes), excluded);
        return new KpiResult(plain.definition(), plain.unit(), plain.value(), plain.basis(), outcomes.auc95());
    }

    private KpiResult ks(OutcomeCounts outcomes) {
        Definition definition = new Definition(
                "score.ks/1" + kpi.parameters(""),
                kpi.definition().basis(),
                "The greatest distance, over all scores, between the shares of converted leads and of the others with at most"
                        + " that score (times all pairs of the two).");
        return Lift.figure(definition, outcomes.ks(), pairs(outcomes), excluded);
    }

    private static BigDecimal pairs(OutcomeCounts outcomes) {
        Outcomes total = outcomes.total();
        return BigDecimal.valueOf(total.positives()).multiply(BigDecimal.valueOf(total.negatives()));
    }
}
