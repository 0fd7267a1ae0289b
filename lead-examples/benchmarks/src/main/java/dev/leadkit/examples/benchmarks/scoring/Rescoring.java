package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.suite.Effort;
import dev.leadkit.examples.benchmarks.suite.Figure;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A million leads scored anew on two threads: from histories and, if there is time, from encoded leads too. */
final class Rescoring {

    private static final int WARM_UPS = 2;

    private Rescoring() {}

    static void run(Effort effort, Consumer<Figure> figures) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(RescoreBenchmark.class.getName())
                .forks(1)
                .warmupIterations(WARM_UPS)
                .measurementIterations(effort.warmups())
                .shouldFailOnError(true);
        if (effort.equals(Effort.QUICK)) {
            options.param("form", RescoreBenchmark.HISTORY);
        }
        for (RunResult result : new Runner(
                        options.build(), OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT))
                .run()) {
            String form = result.getParams().getParam("form");
            String name = form.equals(RescoreBenchmark.HISTORY) ? "rescore.1m.s" : "rescore.1m." + form + ".s";
            double median = result.getPrimaryResult().getStatistics().getPercentile(50);
            figures.accept(new Figure(ScoringSuite.NAME, name, median, "s"));
        }
    }
}
