package dev.leadkit.metrics.survey;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counting;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.fold.TimeBasis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code survey.nps}: the net promoter score, from -100 to 100: the percentage of answers 9 and 10 (promoters) less that of answers 0 to
 * 6 (detractors). Unanswered surveys and scores outside 0 to 10 are left out and counted. Undefined without answers.
 *
 * <p>With the shares p and d among n answers, the variance is {@code (p + d - (p - d)^2) / n}; the 95 % interval is 1.96 standard
 * deviations on both sides, cut at -100 and 100. It has no width if all answers are of one kind.
 */
public record PromoterScore() implements Counting<SurveyFacts, Opinion> {

    private static final int BEST = 10;
    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public Definition definition() {
        return new Definition(
                "survey.nps/1",
                TimeBasis.EVENT,
                "The percentage of answers 9 and 10 less that of answers 0 to 6, of all valid answers (numerator: 100 times the"
                        + " difference of the counts).");
    }

    @Override
    public List<String> parts() {
        return List.of("answered, by score");
    }

    @Override
    public void count(Counts counts, SurveyFacts facts, long times) {
        Opinion.count(counts, facts, new Opinion.Range(0, BEST), times);
    }

    @Override
    public Opinion result(Counts counts, Instant asOf) {
        return Opinion.of(score(counts), counts);
    }

    private KpiResult score(Counts counts) {
        BigDecimal answers = BigDecimal.valueOf(counts.total(Opinion.ANSWERS));
        BigDecimal promoters = BigDecimal.valueOf(counts.total(Opinion.ANSWERS, score -> score >= PROMOTER));
        BigDecimal detractors = BigDecimal.valueOf(counts.total(Opinion.ANSWERS, score -> score <= DETRACTOR));
        BigDecimal net = promoters.subtract(detractors);
        Basis basis = new Basis(net.multiply(HUNDRED), answers, counts.excluded());
        if (counts.hasNegative(Opinion.ANSWERS)) {
            return KpiResult.undefined(definition(), KpiUnit.NUMBER, basis, KpiResult.INCOMPLETE);
        }
        KpiResult plain = KpiResult.quotient(definition(), KpiUnit.NUMBER, basis, "no answers");
        return plain.value() instanceof KpiValue.Known
                ? withInterval(plain, promoters.add(detractors), net, answers)
                : plain;
    }

    /** {@code n (p + d) - (n p - n d)^2} over {@code n^3} is the variance of the share. */
    private static KpiResult withInterval(KpiResult plain, BigDecimal sum, BigDecimal net, BigDecimal answers) {
        BigDecimal variance = sum.multiply(answers).subtract(net.pow(2)).divide(answers.pow(3), MathContext.DECIMAL128);
        BigDecimal reach = Proportion.Z.multiply(HUNDRED).multiply(variance.sqrt(MathContext.DECIMAL128));
        BigDecimal middle = net.multiply(HUNDRED).divide(answers, MathContext.DECIMAL128);
        Interval interval = new Interval(
                rounded(middle.subtract(reach)).max(HUNDRED.negate()),
                rounded(middle.add(reach)).min(HUNDRED));
        return new KpiResult(plain.definition(), plain.unit(), plain.value(), plain.basis(), Optional.of(interval));
    }

    private static BigDecimal rounded(BigDecimal end) {
        return end.setScale(KpiResult.SCALE, RoundingMode.HALF_EVEN);
    }
}
