package dev.leadkit.scoring.learn;

import dev.leadkit.accuracy.Forecast;
import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Measure;
import dev.leadkit.accuracy.Proportion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a report for people. */
final class ReportText {

    private static final int DIGITS = 3;
    private static final String UNKNOWN = "?";

    private final LearningReport report;
    private final StringBuilder lines = new StringBuilder();

    ReportText(LearningReport report) {
        this.report = report;
    }

    String text() {
        long won = report.outcomes().positives();
        report.warnings().forEach(warning -> line("WARNING %s", warning));
        line("learned from %d won and %d lost leads", won, report.outcomes().negatives());
        validation("cross-validated", report.crossValidated());
        report.later()
                .ifPresentOrElse(
                        later -> validation("later third", later),
                        () -> line("later third: the decisions cannot be parted in time"));
        calibration();
        line("%-32s %5s %-5s %-6s %-8s %s", "field", "bins", "AUC", "filled", "IV", "signs of a leak");
        report.fields().forEach(this::field);
        return lines.toString();
    }

    private void validation(String name, Validation of) {
        line(
                "%s: AUC %s, KS %s, lift of the top tenth %s, log loss %s, Brier %s",
                name,
                area(of),
                text(of.ks()),
                text(of.lift()),
                of.logLoss().map(ReportText::text).orElse(UNKNOWN),
                text(of.brier()));
    }

    /** The area under the ROC curve, with its interval where it has one. */
    static String area(Validation of) {
        return text(of.auc()) + of.auc95().map(ReportText::between).orElse("");
    }

    private static String between(Interval interval) {
        return " (" + text(interval.low()) + " to " + text(interval.high()) + ")";
    }

    private void calibration() {
        line("foretold and came, by tenths:");
        for (Forecast group : report.crossValidated().groups()) {
            line("  %s  %s", text(group.mean()), rate(group.outcomes()));
        }
    }

    private static String rate(Proportion outcomes) {
        return text(outcomes.rate()) + " (" + outcomes.successes() + " of " + outcomes.trials() + ")";
    }

    private void field(FieldReport field) {
        Proportion filled = new Proportion(
                field.winners().successes() + field.losers().successes(),
                field.winners().trials() + field.losers().trials());
        String signs = field.signs().stream().map(LeakSign::seen).collect(Collectors.joining("; "));
        line(
                "%-32s %5d %-5s %-6s %-8s %s",
                field.name(),
                field.bins(),
                text(field.auc()),
                text(filled.rate()),
                field.informationValue().toPlainString(),
                signs);
    }

    private static String text(Measure measure) {
        Optional<BigDecimal> figure = measure.decimal(DIGITS);
        return figure.map(BigDecimal::toPlainString).orElse(UNKNOWN);
    }

    private static String text(BigDecimal figure) {
        return figure.setScale(DIGITS, RoundingMode.HALF_EVEN).toPlainString();
    }

    private void line(String pattern, Object... values) {
        lines.append(String.format(Locale.ROOT, pattern, values).stripTrailing())
                .append('\n');
    }
}
