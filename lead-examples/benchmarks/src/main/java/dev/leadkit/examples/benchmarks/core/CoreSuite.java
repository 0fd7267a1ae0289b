package dev.leadkit.examples.benchmarks.core;

import dev.leadkit.examples.benchmarks.suite.Effort;
import dev.leadkit.examples.benchmarks.suite.Figure;
import dev.leadkit.examples.benchmarks.suite.Request;
import dev.leadkit.examples.benchmarks.suite.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Capture into a store in memory, the heap that the store takes, and the store on PostgreSQL against code by hand. */
public final class CoreSuite implements Suite {

    private static final String NAME = "core";
    private static final double BYTES_OF_A_MB = 1e6;
    private static final int LEADS = 1_000_000;

    /** Makes the suite. */
    public CoreSuite() {}

    @Override
    public void run(Request request, Consumer<Figure> figures) throws Exception {
        Effort effort = request.effort();
        capture(effort, figures);
        JdbcRatios.run(effort, figures);
        figures.accept(new Figure(NAME, "heap.1m.mb", heap() / BYTES_OF_A_MB, "MB"));
    }

    private static void capture(Effort effort, Consumer<Figure> figures) throws Exception {
        Options options = new OptionsBuilder()
                .include(CaptureBenchmark.class.getName())
                .forks(effort.processes())
                .warmupIterations(effort.warmups())
                .measurementIterations(effort.rounds())
                .build();
        Collection<RunResult> results =
                new Runner(options, OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL)).run();
        for (RunResult result : results) {
            boolean phones = Boolean.parseBoolean(result.getParams().getParam("phones"));
            double perSecond = CaptureBenchmark.ROWS / result.getPrimaryResult().getScore();
            figures.accept(new Figure(NAME, phones ? "capture.phone.per.s" : "capture.per.s", perSecond, "1/s"));
        }
    }

    /** In a process of its own: what JMH leaves behind must not count. */
    private static double heap() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx5g",
                        "-XX:+UseSerialGC",
                        // Else the collector leaves gaps, which count as if they were alive.
                        "-XX:MarkSweepAlwaysCompactCount=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapOfLeads.class.getName(),
                        Integer.toString(LEADS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("the process that fills a heap failed");
        }
        return Double.parseDouble(said);
    }
}
