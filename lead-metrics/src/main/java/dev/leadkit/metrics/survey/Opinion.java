package dev.leadkit.metrics.survey;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.TimeBasis;

/**
 * What was answered, and by how many: a figure of few answers says little of those who did not.
 *
 * @param figure what was answered
 * @param responseRate {@code survey.response-rate}: answers that are valid, over the surveys that were sent, with Wilson's interval
 */
public record Opinion(KpiResult figure, KpiResult responseRate) {

    static final int ANSWERS = 0;
    private static final String UNANSWERED = "not answered";
    private static final Definition RESPONSE_RATE =
            new Definition("survey.response-rate/1", TimeBasis.EVENT, "Valid answers over the surveys that were sent.");

    static void count(Counts counts, SurveyFacts facts, Range range, long times) {
        if (facts.score().isEmpty()) {
            counts.exclude(UNANSWERED, times);
        } else if (facts.score().getAsInt() < range.low || facts.score().getAsInt() > range.high) {
            counts.exclude("score outside " + range.low + " to " + range.high, times);
        } else {
            counts.add(ANSWERS, facts.score().getAsInt(), times);
        }
    }

    static Opinion of(KpiResult figure, Counts counts) {
        long answered = counts.total(ANSWERS);
        long left =
                counts.excluded().values().stream().mapToLong(Long::longValue).sum();
        Basis basis = Basis.of(answered, Math.addExact(answered, left), counts.excluded());
        return new Opinion(figure, KpiResult.rate(RESPONSE_RATE, basis, "no survey was sent"));
    }

    /** Which scores there are, both ends included. */
    record Range(int low, int high) {}
}
