package dev.leadkit.examples.benchmarks.routing;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Facts;
import dev.leadkit.routing.engine.Router;
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
 * The time of {@value #LEADS} decisions, one after the other: territory, requirements, skills, who is at work, who has room, fair share, and
 * the place in the ledger in memory. The leads are new to the ledger and were made before; between rounds all places are given
 * back, which is not measured. One processor is seen by the virtual machine, so that collecting garbage takes its time from the same core.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class DecisionBenchmark {

    static final int LEADS = 100_000;

    /** How many reps the plan has. */
    @Param("10000")
    public int reps;

    /** How many of them serve each territory. */
    @Param("80")
    public int team;

    /** Whether decisions say how many reps each stage left. */
    @Param("false")
    public boolean counts;

    /** Whether each lead is routed by a call of its own. */
    @Param("false")
    public boolean single;

    private @Nullable Floor floor;
    private @Nullable Router router;
    private List<Facts> leads = List.of();
    private int next;
    private int placed;

    /** Makes the benchmark; JMH does. */
    public DecisionBenchmark() {}

    /** Makes the plan and the router. */
    @Setup(Level.Trial)
    public void open() {
        floor = Floor.busy(new Market(reps, team));
        router = counts ? floor.router() : floor.router().withoutCounts();
    }

    /** Makes the leads of the next round, and moves them out of the way of the collector. */
    @Setup(Level.Iteration)
    public void come() {
        leads = Demand.leads(next, LEADS);
        next += LEADS;
        System.gc();
    }

    /**
     * Routes them.
     *
     * @return how many got a rep
     */
    @Benchmark
    public int route() {
        Floor on = requireNonNull(floor);
        Router by = requireNonNull(router);
        placed = single ? on.routeEach(by, leads) : on.routeAll(by, leads);
        return placed;
    }

    /** Gives the places back, and makes sure that most leads got one. */
    @TearDown(Level.Iteration)
    public void giveBack() {
        requireNonNull(floor).giveBack();
        if (placed < LEADS / 2) {
            throw new IllegalStateException("at least half of the leads must get a rep, " + placed + " did");
        }
    }
}
