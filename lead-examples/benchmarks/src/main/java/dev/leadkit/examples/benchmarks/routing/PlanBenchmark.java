package dev.leadkit.examples.benchmarks.routing;

import static java.util.Objects.requireNonNull;

import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.RoutingPlan;
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
 * The time from the parts of a plan to a router in a process that never made one: the plan is checked, its territories for overlaps,
 * gaps and shadows too, and compiled. The live heap that plan, parts, router and an empty ledger take goes to a file, after a hundred decisions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "-XX:MarkSweepAlwaysCompactCount=1"})
public class PlanBenchmark {

    private static final int DECISIONS = 100;

    /** Where the heap's bytes go. */
    @Param("")
    public String report = "";

    private @Nullable PlanBuilder parts;
    private @Nullable Router router;
    private long before;

    /** Makes the benchmark; JMH does. */
    public PlanBenchmark() {}

    /** Makes the parts. */
    @Setup(Level.Trial)
    public void collect() {
        before = live();
        parts = Market.of(RoutingPlan.MOST_REPS).parts();
    }

    /**
     * Builds the plan and a router.
     *
     * @return the router
     */
    @Benchmark
    public Router build() {
        router = Router.of(requireNonNull(parts).build(), AssignmentLedger.inMemory(), Floor.SEED);
        return router;
    }

    /**
     * Writes how much heap all this takes.
     *
     * @throws IOException if the file cannot be written
     */
    @TearDown(Level.Trial)
    public void weigh() throws IOException {
        parts = null;
        Router built = requireNonNull(router);
        Demand.leads(0, DECISIONS).forEach(lead -> built.route(RoutingRequest.of(lead, 0)));
        long bytes = live() - before;
        if (router == null) {
            throw new IllegalStateException("the router must still be there");
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
