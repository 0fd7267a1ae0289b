package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Truth;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import java.util.regex.Pattern;

/** Writes an explanation for people. */
final class ExplanationText {

    private static final Pattern BREAKS = Pattern.compile("\\R|\\p{Cntrl}");

    private final Explanation explanation;
    private final StringBuilder text = new StringBuilder();

    ExplanationText(Explanation explanation) {
        this.explanation = explanation;
    }

    String text() {
        Score score = explanation.score();
        line("", score.total() + " points" + grade() + " by " + score.model() + " as of " + explanation.asOf());
        score.dimensions().forEach(this::dimension);
        adjustments("");
        score.faults().forEach(fault -> line("  ! ", fault.toString()));
        return text.toString();
    }

    private String grade() {
        String has =
                explanation.score().grade().map(grade -> ", grade " + grade).orElse("");
        String next = explanation
                .next()
                .flatMap(band -> explanation.missing().map(far -> ", " + far + " below " + band.grade()))
                .orElse("");
        return has + next;
    }

    private void dimension(String name, Points points) {
        line("", name + ": " + points);
        explanation.reasons().stream()
                .filter(reason -> reason.dimension().equals(name))
                .forEach(this::reason);
        adjustments(name);
    }

    private void reason(Reason reason) {
        Finding finding = reason.finding();
        String lost = finding.lost().units() == 0 ? "" : " (" + signed(finding.earned()) + " before the rule's limits)";
        String held = finding.truth() == Truth.UNKNOWN ? "?" : signed(finding.counted());
        line("  " + held + "  ", reason.rule().id() + ": " + reason.rule().words() + lost);
        finding.evidence().forEach(evidence -> line("      ", evidence.toString()));
    }

    /** What the limits of a whole dimension, or of the total, changed. */
    private void adjustments(String dimension) {
        explanation.score().contributions().stream()
                .filter(part ->
                        part.dimension().equals(dimension) && part.rule().isEmpty())
                .forEach(part -> line("  " + signed(part.points()) + "  ", limit(part, dimension)));
    }

    private static String limit(Contribution part, String dimension) {
        String which = part.kind() == Contribution.Kind.CAP ? "cap" : "floor";
        return which + " of " + (dimension.isEmpty() ? "the total" : dimension);
    }

    private static String signed(Points points) {
        return points.units() > 0 ? "+" + points : points.toString();
    }

    /** A value of a lead or the words of a rule must not look like lines of their own. */
    private void line(String before, String content) {
        if (text.length() > 0) {
            text.append('\n');
        }
        text.append(before).append(BREAKS.matcher(content).replaceAll(" "));
    }
}
