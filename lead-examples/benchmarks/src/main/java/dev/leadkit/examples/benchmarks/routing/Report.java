package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.examples.benchmarks.suite.Figure;
import java.util.function.Consumer;

/**
 * The suite's figures, as they come.
 *
 * @param figures takes them
 */
record Report(Consumer<Figure> figures) {

    void add(String name, double value, String unit) {
        figures.accept(new Figure(RoutingSuite.NAME, name, value, unit));
    }
}
