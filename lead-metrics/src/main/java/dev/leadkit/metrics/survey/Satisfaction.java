package dev.leadkit.metrics.survey;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counting;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Instant;
import java.util.List;

/**
 * {@code survey.csat}: answers in the top two boxes of the scale, over all valid answers, with Wilson's 95 % interval. Unanswered
 * surveys and scores outside the scale are left out and counted. Undefined without answers.
 *
 * @param scale the best score, 5 or 7; the worst is 1
 */
public record Satisfaction(int scale) implements Counting<SurveyFacts, Opinion> {

    private static final int SHORT = 5;
    private static final int LONG = 7;

    /**
     * Checks the scale.
     *
     * @param scale the best score
     */
    public Satisfaction {
        if (scale != SHORT && scale != LONG) {
            throw new IllegalArgumentException("scale must be 5 or 7, was " + scale);
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "survey.csat/1?scale=" + scale,
                TimeBasis.EVENT,
                "Answers in the top two boxes of the scale, over all valid answers.");
    }

    @Override
    public List<String> parts() {
        return List.of("answered, by score");
    }

    @Override
    public void count(Counts counts, SurveyFacts facts, long times) {
        Opinion.count(counts, facts, new Opinion.Range(1, scale), times);
    }

    @Override
    public Opinion result(Counts counts, Instant asOf) {
        long top = counts.total(Opinion.ANSWERS, score -> score >= scale - 1);
        Basis basis = Basis.of(top, counts.total(Opinion.ANSWERS), counts.excluded());
        return Opinion.of(KpiResult.rate(definition(), basis, "no answers"), counts);
    }
}
