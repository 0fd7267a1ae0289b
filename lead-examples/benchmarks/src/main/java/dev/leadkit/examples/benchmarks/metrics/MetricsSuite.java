package dev.leadkit.examples.benchmarks.metrics;

import dev.leadkit.examples.benchmarks.suite.Effort;
import dev.leadkit.examples.benchmarks.suite.Figure;
import dev.leadkit.examples.benchmarks.suite.Request;
import dev.leadkit.examples.benchmarks.suite.Suite;
import dev.leadkit.examples.benchmarks.suite.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Events to figures: how fast, beside a database that computes the same; how large the state is, and the heap. */
public final class MetricsSuite implements Suite {

    private static final String NAME = "metrics";
    /** A little more than 10 million events. */
    private static final int LEADS_OF_THE_RATIO = 1_150_000;

    private static final double BYTES_OF_A_KB = 1e3;
    private static final double BYTES_OF_A_MB = 1e6;
    private static final TimeValue UPDATES = TimeValue.seconds(1);
    private static final Table TABLE =
            new Table(Map.of("fold.events.per.s", 5e6, "ratio.duckdb.10m", 1.0, "state.kb", -64.0, "update.us", -2.0));

    /** Makes the suite. */
    public MetricsSuite() {}

    @Override
    public void run(Request request, Consumer<Figure> figures) throws Exception {
        Effort effort = request.effort();
        List<Figure> all = new ArrayList<>();
        Consumer<Figure> out = figure -> {
            all.add(figure);
            figures.accept(figure);
        };
        double seconds = score(FoldBenchmark.class, effort);
        out.accept(new Figure(NAME, "fold.events.per.s", FoldBenchmark.events() / seconds, "1/s"));
        out.accept(new Figure(NAME, "update.us", score(UpdateBenchmark.class, effort), "us"));
        compare(effort, out);
        memory("1m", 1_000_000, out);
        memory("10m", 10_000_000, out);
        if (effort.equals(Effort.FULL)) {
            memory("100m", 100_000_000, out);
        }
        System.err.println(TABLE.of(all));
    }

    private static double score(Class<?> benchmark, Effort effort) throws RunnerException {
        RunResult result = new Runner(
                        new OptionsBuilder()
                                .include(benchmark.getName())
                                .forks(effort.processes())
                                .warmupIterations(effort.warmups())
                                .warmupTime(UPDATES)
                                .measurementIterations(effort.rounds())
                                .measurementTime(UPDATES)
                                .build(),
                        OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL))
                .runSingle();
        return result.getPrimaryResult().getScore();
    }

    /** One side after the other, each in a process of its own that has the machine. */
    private static void compare(Effort effort, Consumer<Figure> figures) throws Exception {
        Object[] arguments = {effort.warmups(), effort.rounds(), LEADS_OF_THE_RATIO};
        System.err.println("LeadKit, 10 million events");
        Told ours = Told.by(LeadKitSide.class, List.of("-Xms5g", "-Xmx5g", "-XX:+UseParallelGC"), arguments);
        double seconds = ours.number(LeadKitSide.SECONDS);
        double events = ours.number(LeadKitSide.EVENTS);
        System.err.printf("%.0f events, %.3f s%n", events, seconds);
        if (RivalSide.rival().isPresent()) {
            System.err.println("DuckDB, the same events");
            Told rival = Told.by(RivalSide.class, List.of("-Xmx1g"), arguments);
            ours.answers().checkEqual(rival.answers());
            double ratio = rival.number(LeadKitSide.SECONDS) / seconds;
            figures.accept(new Figure(NAME, "ratio.duckdb.10m", ratio, "1"));
        } else {
            System.err.println("Without DuckDB, hence without ratio.duckdb.10m");
        }
        figures.accept(new Figure(NAME, "state.kb", ours.number(LeadKitSide.STATE_BYTES) / BYTES_OF_A_KB, "kB"));
    }

    /** In a heap that holds no tenth of a million events. */
    private static void memory(String name, long events, Consumer<Figure> figures) throws Exception {
        System.err.println("Streaming " + name);
        List<String> options = List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:MarkSweepAlwaysCompactCount=1");
        double bytes = Told.by(MemoryOfStream.class, options, events).number(MemoryOfStream.BYTES);
        figures.accept(new Figure(NAME, "memory." + name + ".mb", bytes / BYTES_OF_A_MB, "MB"));
    }
}
