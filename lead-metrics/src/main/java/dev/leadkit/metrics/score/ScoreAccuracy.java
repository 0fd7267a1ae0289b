package dev.leadkit.metrics.score;

import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.Measure;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.lead.Points;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code score.auc} and {@code score.lift}: how well the score at the first decision told converted leads from the others. A lead
 * that is still open counts as not converted. Leads without a score at their first decision are left out and counted. Scores of
 * different models are ranked as if they were of one.
 */
public record ScoreAccuracy() implements LeadKpi<ScoreAccuracy.Accuracy> {

    private static final int CONVERTED = 0;
    private static final int OTHERS = 1;
    private static final String UNSCORED_CONVERTED = "converted, without a score at the decision";
    private static final String UNSCORED_OTHERS = "not converted, without a score at the decision";
    private static final Definition AUC = new Definition(
            "score.auc/1",
            "The chance that a converted lead had a higher score at its first decision than one not converted, ties as half"
                    + " (numerator: pairs in the right order, denominator: all pairs); 1 is perfect, 0.5 is chance.");
    private static final Definition LIFT = new Definition(
            "score.lift/1?top=0.1",
            "Converted leads among the tenth with the highest scores at their first decision, over the number expected by chance.");

    /**
     * The result.
     *
     * @param auc the area under the ROC curve, from 0 to 1
     * @param lift the lift in the top decile, from 0 to 10
     * @param distribution how many leads were converted and not, by score
     */
    public record Accuracy(KpiResult auc, KpiResult lift, SortedMap<Points, Outcomes> distribution) {

        /**
         * Keeps a copy of the distribution.
         *
         * @param auc the area under the ROC curve
         * @param lift the lift in the top decile
         * @param distribution how many leads were converted and not, by score
         */
        public Accuracy {
            distribution = Collections.unmodifiableSortedMap(new TreeMap<>(distribution));
        }
    }

    @Override
    public Definition definition() {
        return AUC;
    }

    @Override
    public List<String> parts() {
        return List.of(
                "converted, by score in thousandths of a point", "not converted, by score in thousandths of a point");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.decisive().isPresent()) {
            long units = facts.decisionScore().orElse(Points.ZERO).units();
            counts.add(facts.isConverted() ? CONVERTED : OTHERS, units, times);
        } else {
            counts.exclude(facts.isConverted() ? UNSCORED_CONVERTED : UNSCORED_OTHERS, times);
        }
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return Stream.of(facts.decisive(), facts.converted())
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Accuracy result(Counts counts, Instant asOf) {
        OutcomeCounts outcomes = new OutcomeCounts();
        for (long units : counts.keys(CONVERTED)) {
            outcomes.add(units, new Outcomes(counts.count(CONVERTED, units), 0));
        }
        for (long units : counts.keys(OTHERS)) {
            outcomes.add(units, new Outcomes(0, counts.count(OTHERS, units)));
        }
        SortedMap<Points, Outcomes> distribution = new TreeMap<>();
        outcomes.counts().forEach((units, each) -> distribution.put(new Points(units), each));
        return new Accuracy(auc(outcomes, counts), lift(outcomes, counts), distribution);
    }

    private static KpiResult auc(OutcomeCounts outcomes, Counts counts) {
        Outcomes total = outcomes.total();
        BigDecimal pairs = BigDecimal.valueOf(total.positives()).multiply(BigDecimal.valueOf(total.negatives()));
        return figure(AUC, outcomes.auc(), pairs, counts);
    }

    private static KpiResult lift(OutcomeCounts outcomes, Counts counts) {
        BigDecimal expected = BigDecimal.valueOf(outcomes.total().positives(), 1);
        return figure(LIFT, outcomes.lift(), expected, counts);
    }

    private static KpiResult figure(Definition definition, Measure measure, BigDecimal base, Counts counts) {
        SortedMap<String, Long> excluded = counts.excluded();
        if (measure instanceof Measure.Known known) {
            Basis basis = new Basis(times(known.figure(), base), base, excluded);
            return KpiResult.known(definition, KpiUnit.NUMBER, known.figure().decimal(KpiResult.SCALE), basis);
        }
        String reason = reason(((Measure.Undefined) measure).reason());
        return KpiResult.undefined(definition, KpiUnit.NUMBER, new Basis(BigDecimal.ZERO, base, excluded), reason);
    }

    /** Exact for pairs; a share of tied leads at the cut may need rounding. */
    private static BigDecimal times(Fraction figure, BigDecimal base) {
        BigInteger product = figure.numerator().multiply(base.unscaledValue());
        BigDecimal divisor = new BigDecimal(figure.denominator()).movePointRight(base.scale());
        BigDecimal quotient = new BigDecimal(product).divide(divisor, KpiResult.SCALE, RoundingMode.HALF_EVEN);
        BigDecimal plain = quotient.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale()), RoundingMode.UNNECESSARY);
    }

    private static String reason(Measure.Reason reason) {
        return switch (reason) {
            case NEGATIVE_COUNT -> KpiResult.INCOMPLETE;
            case EMPTY -> "no lead has a score at its first decision";
            case NO_POSITIVES -> "no scored lead was converted";
            case NO_NEGATIVES -> "every scored lead was converted";
        };
    }
}
