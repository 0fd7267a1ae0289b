package dev.leadkit.examples.benchmarks.metrics;

import dev.leadkit.metrics.facts.FactEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;

/** A database that computes the same ten figures in SQL. One is found by the service loader if the module was built with it. */
public interface SqlRival extends AutoCloseable {

    /**
     * Loads events into a table of its own, in whatever form suits it best.
     *
     * @param leads how many leads, numbered from 0
     * @param histories the events of a lead by its number
     * @throws Exception if that fails
     */
    void load(int leads, IntFunction<List<FactEvent>> histories) throws Exception;

    /**
     * Computes everything from the events.
     *
     * @return the numbers of all figures
     * @throws Exception if that fails
     */
    Answers answers() throws Exception;

    @Override
    void close() throws SQLException;
}
