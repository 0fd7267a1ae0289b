package dev.leadkit.scoring.review;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Measure;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a comparison for people. */
final class ShadowText {

    /** Grades by their names, no grade behind them. */
    static final Comparator<String> GRADES =
            Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder());

    /** The grades that share a row or column of a chart. */
    static final String OTHER_GRADES = "other grades";

    private static final String NO_GRADE = "no grade";
    private static final Pattern MARKS = Pattern.compile("^\"+|\"+$");
    private static final int MOST_MOVED = 10;
    private static final int DIGITS = 3;
    private static final String UNKNOWN = "?";

    private final ShadowReport report;
    private final StringBuilder lines = new StringBuilder();

    ShadowText(ShadowReport report) {
        this.report = report;
    }

    String text() {
        line("verdict: %s", verdict(report.verdict()));
        leads();
        accuracy("champion", report.champion());
        accuracy("challenger", report.challenger());
        line(
                "the challenger's AUC less the champion's: %s",
                report.gain().map(ShadowText::between).orElse(UNKNOWN));
        migration();
        line("with the outcome, by grade:");
        grades("champion", report.champion());
        grades("challenger", report.challenger());
        line("with the outcome, by total:");
        totals("champion", report.champion());
        totals("challenger", report.challenger());
        moved();
        return lines.toString();
    }

    private static String verdict(ShadowReport.Verdict verdict) {
        return switch (verdict) {
            case CHALLENGER_BETTER -> "the challenger is better";
            case CHAMPION_BETTER -> "the champion is better";
            case NO_DIFFERENCE_SHOWN -> "these leads show no difference";
            case TOO_FEW_OUTCOMES -> "none, too few leads have a known outcome";
            case MOSTLY_UNKNOWN -> "none, most leads were recorded after their moment: cut them by what had occurred";
        };
    }

    private void leads() {
        long won = report.outcomes().positives();
        long lost = report.outcomes().negatives();
        line(
                "leads: %d, %d with the outcome, %d without, %d open; %d have another total, %d another grade",
                report.leads(), won, lost, report.leads() - won - lost, report.changed(), report.regraded());
        if (report.unknown().leads() > 0) {
            line(
                    "not known yet at their moment, and scored as leads without events: %d, %d of them with a known outcome",
                    report.unknown().leads(), report.unknown().judged());
        }
    }

    private void accuracy(String name, ShadowReport.Accuracy of) {
        String range = of.auc95().map(ends -> " (" + between(ends) + ")").orElse("");
        line("%s: AUC %s%s, lift of the top tenth %s", name, text(of.auc()), range, text(of.lift()));
    }

    private void migration() {
        line("grades, from the champion's to the challenger's:");
        report.migration().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(GRADES))
                .forEach(row -> {
                    long all = row.getValue().values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
                    String to = row.getValue().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey(GRADES))
                            .map(cell -> grade(cell.getKey()) + " " + cell.getValue())
                            .collect(Collectors.joining(", "));
                    line("  %s (%d): %s", grade(row.getKey()), all, to);
                });
    }

    /** What a grade is called. One whose own name is a word of ours stands in quotation marks, so that no two are called the same. */
    static String grade(String name) {
        if (name.isEmpty()) {
            return NO_GRADE;
        }
        String word = MARKS.matcher(name).replaceAll("");
        return word.equals(NO_GRADE) || word.equals(OTHER_GRADES) ? '"' + name + '"' : name;
    }

    private void grades(String side, ShadowReport.Accuracy of) {
        of.grades().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(GRADES))
                .forEach(each -> line("  %-10s %s  %s", side, grade(each.getKey()), rate(each.getValue())));
    }

    private void totals(String side, ShadowReport.Accuracy of) {
        of.calibration()
                .bands()
                .forEach((from, outcomes) -> line("  %-10s from %s  %s", side, new Points(from), rate(outcomes)));
    }

    private void moved() {
        line("moved most:");
        report.moved().stream().limit(MOST_MOVED).forEach(each -> {
            String sign = each.change().units() > 0 ? "+" : "";
            line(
                    "  %s%s  %s as of %s: %s -> %s",
                    sign, each.change(), each.lead(), each.asOf(), score(each.champion()), score(each.challenger()));
        });
    }

    private static String score(Score score) {
        return score.total() + " (" + grade(score.grade().map(Grade::name).orElse("")) + ")";
    }

    private static String rate(Proportion outcomes) {
        return text(outcomes.rate()) + " (" + outcomes.successes() + " of " + outcomes.trials() + ")";
    }

    private static String between(Interval interval) {
        return text(interval.low()) + " to " + text(interval.high());
    }

    private static String text(Measure measure) {
        Optional<BigDecimal> figure = measure.decimal(DIGITS);
        return figure.map(BigDecimal::toPlainString).orElse(UNKNOWN);
    }

    private static String text(BigDecimal figure) {
        return figure.setScale(DIGITS, RoundingMode.HALF_EVEN).toPlainString();
    }

    private void line(String pattern, Object... values) {
        lines.append(String.format(Locale.ROOT, pattern, values)).append('\n');
    }
}
