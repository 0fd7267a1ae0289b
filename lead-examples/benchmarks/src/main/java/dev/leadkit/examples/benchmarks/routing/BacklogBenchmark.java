package dev.leadkit.examples.benchmarks.routing;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Facts;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A backlog of {@value #LEADS} leads in memory, routed in one call by 10,000 reps without any work in a process that never routed before:
 * the start of the virtual machine's compiler is in it. One processor is seen.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(jvmArgs = {"-Xms5g", "-Xmx5g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class BacklogBenchmark {

    static final int LEADS = 1_000_000;

    private @Nullable Router router;
    private List<Facts> leads = new ArrayList<>();
    private int assigned;

    /** Makes the benchmark; JMH does. */
    public BacklogBenchmark() {}

    /** Makes the plan and the leads. */
    @Setup(Level.Iteration)
    public void fill() {
        RoutingPlan plan = Market.of(RoutingPlan.MOST_REPS).plan();
        router = Router.of(plan, AssignmentLedger.inMemory(), Floor.SEED).withoutCounts();
        leads = Demand.leads(0, LEADS);
        System.gc();
    }

    /**
     * Routes them all.
     *
     * @return how many got a rep
     */
    @Benchmark
    public int route() {
        assigned = 0;
        requireNonNull(router)
                .routeAll(Floor.requests(leads), decision -> assigned += Floor.isAssigned(decision) ? 1 : 0);
        return assigned;
    }

    /** Makes sure that most leads got a rep. */
    @TearDown(Level.Iteration)
    public void check() {
        System.err.printf("Of %d leads %d got a rep%n", LEADS, assigned);
        if (assigned < LEADS / 2) {
            throw new IllegalStateException("at least half of the leads must get a rep, " + assigned + " did");
        }
    }
}
