package dev.leadkit.scoring.explain;

import dev.leadkit.chart.Caption;
import dev.leadkit.chart.Unit;
import dev.leadkit.chart.WaterfallChart;
import dev.leadkit.chart.WaterfallChart.Step;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A score as a waterfall: a bar for each contribution in the score's order, and the total. It shows no value of a field.
 * Stateless and thread-safe.
 */
public final class ScoreChart {

    /** The most contributions that get a bar of their own: those of the greatest magnitude; the others share one. */
    public static final int MOST_BARS = 20;

    private ScoreChart() {}

    /**
     * Draws a score.
     *
     * @param explanation the explanation
     * @param sentences the language
     * @return the chart; its changes sum exactly to the total
     */
    public static WaterfallChart of(Explanation explanation, Sentences sentences) {
        List<Contribution> parts = explanation.score().contributions();
        Set<Integer> shown = greatest(parts);
        Map<String, Reason> reasons = Sentences.reasons(explanation);
        List<Step> steps = new ArrayList<>();
        Points others = Points.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            Contribution part = parts.get(i);
            if (shown.contains(i)) {
                String label = sentences.label(part, reasons, explanation);
                steps.add(Step.of(label, part.points().toBigDecimal()));
            } else {
                others = others.plus(part.points());
            }
        }
        if (shown.size() < parts.size()) {
            String label = sentences.words().say("others", String.valueOf(parts.size() - shown.size()));
            steps.add(Step.of(label, others.toBigDecimal()));
        }
        steps.add(Step.sum(sentences.words().say("total")));
        String total = sentences.total(explanation.score().total());
        Caption caption = new Caption(sentences.words().say("chart", total), sentences.summary(explanation));
        return new WaterfallChart(caption, Unit.EXACT, steps);
    }

    private static Set<Integer> greatest(List<Contribution> parts) {
        return new HashSet<>(IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> -Math.abs(parts.get(i).points().units()))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_BARS)
                .toList());
    }
}
