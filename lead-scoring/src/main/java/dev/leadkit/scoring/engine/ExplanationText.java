package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Truth;
import dev.leadkit.lead.Confidence;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes an explanation for people. */
final class ExplanationText {

    private static final Pattern BREAKS = Pattern.compile("\\R|\\p{Cntrl}");

    private final Explanation explanation;
    private final Set<String> rules = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    ExplanationText(Explanation explanation) {
        this.explanation = explanation;
        explanation.reasons().forEach(reason -> rules.add(reason.rule().id()));
    }

    String text() {
        Score score = explanation.score();
        line("", score.total() + " points" + grade() + " by " + score.model() + " as of " + explanation.asOf());
        if (score.confidence().share().compareTo(BigDecimal.ONE) < 0) {
            Confidence confidence = score.confidence();
            line(
                    "",
                    "confidence " + confidence + ": " + confidence.judged() + " of " + confidence.reachable()
                            + " points could be judged");
        }
        score.dimensions().forEach(this::dimension);
        adjustments("");
        explanation.rulings().forEach(this::ruling);
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
                .filter(part -> part.dimension().equals(dimension) && isLimit(part) && !isRule(part.rule()))
                .forEach(part -> line("  " + signed(part.points()) + "  ", limit(part)));
    }

    private static boolean isLimit(Contribution part) {
        return part.kind() == Contribution.Kind.CAP || part.kind() == Contribution.Kind.FLOOR;
    }

    /** What a rule's own limits changed stands beside the rule. */
    private boolean isRule(String id) {
        return rules.contains(id);
    }

    private static String limit(Contribution part) {
        String which = part.kind() == Contribution.Kind.CAP ? "cap of " : "floor of ";
        String whole = part.dimension().isEmpty() ? "the total" : part.dimension();
        return which + (part.rule().isEmpty() ? whole : "the group " + part.rule());
    }

    private void ruling(Ruling ruling) {
        Truth truth = ruling.finding().truth();
        if (truth == Truth.FALSE) {
            return;
        }
        String id = ruling.disqualifier().id();
        String verdict = truth == Truth.UNKNOWN
                ? "?"
                : "disqualified: " + ruling.disqualifier().verdict() + change(id);
        line(verdict + "  ", id + ": " + ruling.disqualifier().words());
        ruling.finding().evidence().forEach(evidence -> line("      ", evidence.toString()));
    }

    private String change(String disqualifier) {
        return explanation.score().contributions().stream()
                .filter(part -> part.kind() == Contribution.Kind.DISQUALIFIED
                        && part.rule().equals(disqualifier)
                        && part.points().units() != 0)
                .map(part -> " (" + signed(part.points()) + ")")
                .findFirst()
                .orElse("");
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
