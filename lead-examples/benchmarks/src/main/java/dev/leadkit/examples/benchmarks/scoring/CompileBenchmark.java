package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.workload.RuleSet;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.ScoringModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The time from a model to an engine in a process that has never made one: what a host pays when it starts. The heap that the engine takes beside its
 * model goes to a file.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgs = {"-Xms1g", "-Xmx1g"})
public class CompileBenchmark {

    /** Which rules. */
    @Param("10000")
    public String rules = "";

    /** Where the heap's bytes go. */
    @Param("")
    public String report = "";

    private @Nullable ScoringModel model;
    private @Nullable ScoringEngine engine;
    private long before;

    /** Makes the benchmark; JMH does. */
    public CompileBenchmark() {}

    /** Makes the model, which is not measured. */
    @Setup(Level.Trial)
    public void model() {
        model = LeadKitModel.of(RuleSet.named(rules));
        before = live();
    }

    /**
     * Compiles it.
     *
     * @return the engine
     */
    @Benchmark
    public ScoringEngine compile() {
        if (model == null) {
            throw new IllegalStateException("the model must be made before");
        }
        engine = ScoringEngine.of(model);
        return engine;
    }

    /**
     * Writes how much heap the engine takes.
     *
     * @throws IOException if the file cannot be written
     */
    @TearDown(Level.Trial)
    public void weigh() throws IOException {
        long bytes = live() - before;
        if (engine == null || model == null) {
            throw new IllegalStateException("the engine must be made and still be there");
        }
        Files.write(
                Path.of(report), List.of(Long.toString(bytes)), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static long live() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
