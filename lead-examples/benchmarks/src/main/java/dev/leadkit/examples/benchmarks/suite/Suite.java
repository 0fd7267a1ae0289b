package dev.leadkit.examples.benchmarks.suite;

import java.util.List;
import java.util.function.Consumer;

/** Benchmarks that are run together. */
@FunctionalInterface
public interface Suite {

    /**
     * Measures; says how it goes on standard error.
     *
     * @param request what is asked for
     * @param figures where each figure goes as soon as it is known
     * @throws Exception if something could not be measured; figures that were, are out by then
     */
    void run(Request request, Consumer<Figure> figures) throws Exception;

    /**
     * The parts that can be run alone.
     *
     * @return their names; none if the suite has no parts
     */
    default List<String> parts() {
        return List.of();
    }
}
