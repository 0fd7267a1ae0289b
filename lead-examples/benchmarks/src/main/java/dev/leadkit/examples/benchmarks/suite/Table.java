package dev.leadkit.examples.benchmarks.suite;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Figures beside their goals, as a table for the documentation.
 *
 * @param goals the goal of a figure by its name: positive for at least so much, negative for at most
 */
public record Table(Map<String, Double> goals) {

    /**
     * Makes a table.
     *
     * @param goals the goals
     */
    public Table {
        goals = Map.copyOf(goals);
    }

    /**
     * The table.
     *
     * @param figures the figures, in its order
     * @return Markdown; a figure without a goal is there without one
     */
    public String of(List<Figure> figures) {
        StringBuilder table = new StringBuilder("| row | goal | measured | |\n|---|---|---|---|\n");
        for (Figure figure : figures) {
            String unit = figure.unit().equals("1") ? "" : " " + figure.unit();
            table.append("| `%s` | %s | %s%s | %s |\n"
                    .formatted(figure.name(), goal(figure.name()), figure.digits(), unit, verdict(figure)));
        }
        return table.toString();
    }

    private String goal(String name) {
        Double goal = goals.get(name);
        if (goal == null) {
            return "";
        }
        return (goal > 0 ? "at least " : "at most ")
                + BigDecimal.valueOf(Math.abs(goal)).stripTrailingZeros().toPlainString();
    }

    private String verdict(Figure figure) {
        Double goal = goals.get(figure.name());
        if (goal == null) {
            return "";
        }
        boolean reached = goal > 0 ? figure.value() >= goal : figure.value() <= -goal;
        return reached ? "reached" : "**missed**";
    }
}
