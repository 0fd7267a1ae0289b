package dev.leadkit.examples.benchmarks.metrics;

import dev.leadkit.metrics.cohort.PeriodFigure;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.kpi.MonthGrowth;
import dev.leadkit.metrics.kpi.SalesCycle;
import dev.leadkit.metrics.response.ResponseTime;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.KpiSet;
import dev.leadkit.metrics.survival.QualificationTime;
import java.math.BigDecimal;

/** Reads the numbers of one group out of LeadKit's results. */
final class OurAnswers {

    private final Answers answers;
    private final String group;
    private final KpiSet.Results results;

    private OurAnswers(Answers answers, String group, KpiSet.Results results) {
        this.answers = answers;
        this.group = group;
        this.results = results;
    }

    static Answers of(Breakdown<KpiSet.Results> results) {
        Answers answers = new Answers();
        new OurAnswers(answers, Answers.ALL, results.all()).tell();
        results.groups().forEach((source, each) -> new OurAnswers(answers, source, each).tell());
        return answers;
    }

    private void tell() {
        tell("conversion", results.get(StandardSet.CONVERSION));
        tell("cohort", results.get(StandardSet.COHORT));
        eventual(results.get(StandardSet.EVENTUAL).share());
        results.get(StandardSet.CLOSED).periods().forEach(this::closed);
        answers.tell(
                "funnel",
                group,
                results.get(StandardSet.FUNNEL).steps().stream()
                        .map(Funnel.Step::reached)
                        .map(Long::doubleValue)
                        .toList());
        results.get(StandardSet.VELOCITY).months().forEach(this::qualified);
        response(results.get(StandardSet.RESPONSE));
        qualification(results.get(StandardSet.QUALIFICATION));
        cycle(results.get(StandardSet.CYCLE));
        tell("auc", results.get(StandardSet.ACCURACY).auc());
    }

    private void tell(String figure, KpiResult rate) {
        answers.tell(figure, group, numerator(rate), denominator(rate));
    }

    private static double numerator(KpiResult result) {
        return exact(result.basis().numerator());
    }

    private static double denominator(KpiResult result) {
        return exact(result.basis().denominator());
    }

    /** A half is exact, too. */
    private static double exact(BigDecimal number) {
        return number.doubleValue();
    }

    private static double value(KpiResult result) {
        return result.value().number().map(BigDecimal::doubleValue).orElse(Double.NaN);
    }

    private void eventual(KpiResult share) {
        double curve = results.get(StandardSet.EVENTUAL)
                .curve()
                .incidence(StandardSet.EVENTUAL_DAYS)
                .doubleValue();
        answers.tell("eventual", group, numerator(share), denominator(share), curve);
    }

    private void closed(PeriodFigure period) {
        Basis basis = period.figure().basis();
        if (basis.denominator().signum() > 0) {
            answers.tell("closed", group + "/" + period.name(), exact(basis.numerator()), exact(basis.denominator()));
        }
    }

    private void qualified(MonthGrowth month) {
        if (month.qualified() > 0) {
            answers.tell("velocity", group + "/" + month.month(), (double) month.qualified());
        }
    }

    private void response(ResponseTime.Times times) {
        answers.tell(
                "response",
                group,
                value(times.p50()),
                value(times.p90()),
                numerator(times.inTime()),
                denominator(times.inTime()));
    }

    private void qualification(QualificationTime.Days days) {
        answers.tell("qualification", group, value(days.p25()), value(days.p50()), denominator(days.p50()));
    }

    private void cycle(SalesCycle.Lengths lengths) {
        answers.tell("cycle", group, value(lengths.p50()), value(lengths.p90()), denominator(lengths.p50()));
    }
}
