package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.examples.benchmarks.suite.Effort;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a benchmark of one method in processes of its own. */
final class Trials {

    private static final TimeValue LONGEST = TimeValue.minutes(10);
    private static final int MEDIAN = 50;

    private Trials() {}

    /** The median time of its rounds, in its own unit. */
    static double median(Class<?> benchmark, Effort effort, Map<String, String> parameters) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName())
                .forks(effort.processes())
                .warmupIterations(effort.warmups())
                .measurementIterations(effort.rounds())
                .timeout(LONGEST)
                .shouldFailOnError(true);
        parameters.forEach(options::param);
        return new Runner(options.build(), OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL))
                .runSingle()
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(MEDIAN);
    }
}
