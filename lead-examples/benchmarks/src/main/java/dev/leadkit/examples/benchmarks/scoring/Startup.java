package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.suite.Effort;
import dev.leadkit.examples.benchmarks.suite.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Reading and compiling 10,000 rules in processes that never did it before, and the heap that the engine takes. */
final class Startup {

    private static final double BYTES_OF_A_MB = 1e6;
    private static final int PROCESSES = 3;

    private Startup() {}

    static void run(Effort effort, Consumer<Figure> figures) throws IOException, RunnerException {
        read(effort, figures);
        Path report = Files.createTempFile("engine", ".txt");
        Options options = once(CompileBenchmark.class, effort)
                .param("report", report.toString())
                .build();
        tell("compile.10000.ms", options, figures);
        List<Double> bytes = Files.readAllLines(report).stream()
                .map(Double::valueOf)
                .sorted()
                .toList();
        double median = bytes.get(bytes.size() / 2);
        figures.accept(new Figure(ScoringSuite.NAME, "engine.10000.mb", median / BYTES_OF_A_MB, "MB"));
        Files.delete(report);
    }

    private static void read(Effort effort, Consumer<Figure> figures) throws RunnerException {
        tell("read.10000.ms", once(ReadBenchmark.class, effort).build(), figures);
    }

    private static ChainedOptionsBuilder once(Class<?> benchmark, Effort effort) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .forks(PROCESSES * effort.processes())
                .warmupIterations(0)
                .measurementIterations(1)
                .shouldFailOnError(true);
    }

    private static void tell(String name, Options options, Consumer<Figure> figures) throws RunnerException {
        Collection<RunResult> results =
                new Runner(options, OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT)).run();
        for (RunResult result : results) {
            double median = result.getPrimaryResult().getStatistics().getPercentile(50);
            figures.accept(new Figure(ScoringSuite.NAME, name, median, "ms"));
        }
    }
}
