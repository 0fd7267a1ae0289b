package dev.leadkit.routing.decision;

import dev.leadkit.chart.Caption;
import dev.leadkit.chart.HurdleChart;
import dev.leadkit.chart.HurdleChart.Runner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A decision as a picture: for each rep how many stages were passed, and why no more. It shows no value of a personal field, as
 * reasons do not. Stateless and thread-safe.
 */
public final class DecisionChart {

    /** The most reps that are shown: those who came furthest. */
    public static final int MOST_REPS = 30;

    private DecisionChart() {}

    /**
     * Draws an explanation.
     *
     * @param explanation the explanation
     * @return the chart; who would take the lead is at the top, then whoever passed more stages
     */
    public static HurdleChart of(Explanation explanation) {
        List<String> stages = stages(explanation);
        List<Runner> runners = explanation.reps().stream()
                .sorted(Comparator.comparing((RepVerdict each) -> !isTaker(each, explanation))
                        .thenComparing(each -> -passed(each, stages))
                        .thenComparing(RepVerdict::rep))
                .limit(MOST_REPS)
                .map(each -> new Runner(each.rep().value(), passed(each, stages), each.reason()))
                .toList();
        return new HurdleChart(new Caption(title(explanation), explanation.reason()), stages, runners);
    }

    private static String title(Explanation explanation) {
        String lead = "Lead " + explanation.lead();
        return explanation.taker().map(rep -> lead + " goes to " + rep).orElse(lead + " waits");
    }

    private static boolean isTaker(RepVerdict each, Explanation explanation) {
        return explanation.taker().filter(each.rep()::equals).isPresent();
    }

    private static int passed(RepVerdict each, List<String> stages) {
        return each.failed().map(stages::indexOf).orElse(stages.size());
    }

    /** The stages in their order; one that somebody failed stands among them in any case. */
    private static List<String> stages(Explanation explanation) {
        List<String> stages = new ArrayList<>();
        explanation.trail().stages().stream().skip(1).map(StageCount::stage).forEach(stages::add);
        explanation.reps().stream()
                .flatMap(each -> each.failed().stream())
                .filter(stage -> !stages.contains(stage))
                .distinct()
                .forEach(stages::add);
        if (stages.isEmpty()) {
            stages.add("pool");
        }
        return stages;
    }
}
