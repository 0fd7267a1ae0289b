package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.suite.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The figures that have a goal, as a table for the documentation. */
final class Table {

    /** Positive: at least so much; negative: at most so much. */
    private static final Map<String, Double> GOALS = Map.ofEntries(
            Map.entry("ratio.if.100", 1.2),
            Map.entry("ratio.if.100.encoded", 10.0),
            Map.entry("ratio.if.1000", 10.0),
            Map.entry("ratio.peer.1000", 90.0),
            Map.entry("ratio.drools.1000", 200.0),
            Map.entry("ratio.if.real", 1.0),
            Map.entry("ratio.if.real.encoded", 2.5),
            Map.entry("ratio.switch.real.encoded", 1.7),
            Map.entry("growth.100.10000", -3.5),
            Map.entry("lazy.score.10000", -1.15),
            Map.entry("reason.ns", -2.0),
            Map.entry("alloc.total", -1.0),
            Map.entry("alloc.threadsafe", -200.0),
            Map.entry("compile.10000.ms", -500.0),
            Map.entry("engine.10000.mb", -10.0),
            Map.entry("rescore.1m.s", -3.0));

    private Table() {}

    /** Markdown; figures without a goal are shown without one. */
    static String of(List<Figure> figures) {
        StringBuilder table = new StringBuilder("| row | goal | measured | |\n|---|---|---|---|\n");
        for (Figure figure : figures) {
            String unit = figure.unit().equals("1") ? "" : " " + figure.unit();
            table.append("| `%s` | %s | %s%s | %s |\n"
                    .formatted(figure.name(), goal(figure.name()), figure.digits(), unit, verdict(figure)));
        }
        return table.toString();
    }

    private static String goal(String name) {
        Double goal = GOALS.get(name);
        if (goal == null) {
            return "";
        }
        return (goal > 0 ? "at least " : "at most ")
                + BigDecimal.valueOf(Math.abs(goal)).stripTrailingZeros().toPlainString();
    }

    private static String verdict(Figure figure) {
        Double goal = GOALS.get(figure.name());
        if (goal == null) {
            return "";
        }
        boolean reached = goal > 0 ? figure.value() >= goal : figure.value() <= -goal;
        return reached ? "reached" : "**missed**";
    }
}
