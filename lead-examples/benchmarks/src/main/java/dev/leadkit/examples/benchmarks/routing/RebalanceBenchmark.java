package dev.leadkit.examples.benchmarks.routing;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.rebalance.Fit;
import dev.leadkit.routing.rebalance.OpenLead;
import dev.leadkit.routing.rebalance.RebalancePlan;
import dev.leadkit.routing.rebalance.RebalanceTask;
import dev.leadkit.routing.rebalance.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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
 * The best assignment of {@value #LEADS} open leads to {@value #REPS} reps with room for a tenth more, {@value #FITS} of whom fit each
 * lead, the first of whom has it now; a price for each move and for uneven load. That the plan is the best one is verified after each round.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class RebalanceBenchmark {

    static final int LEADS = 10_000;
    static final int REPS = 500;
    static final int FITS = 50;

    private static final int ROOM = LEADS / REPS * 11 / 10;
    private static final int MOST_COST = 1_000;
    private static final int MOVE_PRICE = 200;
    private static final int LOAD_PRICE = 10;
    private static final long SEED = 5;

    private @Nullable RebalanceTask task;
    private @Nullable RebalancePlan plan;

    /** Makes the benchmark; JMH does. */
    public RebalanceBenchmark() {}

    /** Makes the task. */
    @Setup(Level.Trial)
    public void collect() {
        SplittableRandom chance = new SplittableRandom(SEED);
        RebalanceTask.Builder parts =
                RebalanceTask.builder().movePrice(MOVE_PRICE).loadPrice(LOAD_PRICE);
        for (int rep = 0; rep < REPS; rep++) {
            parts.rep(Room.of("rep" + rep, ROOM));
        }
        for (int lead = 0; lead < LEADS; lead++) {
            List<Fit> fits = fits(chance);
            parts.lead(new OpenLead(
                    new LeadId("lead" + lead), Optional.of(fits.get(0).rep()), fits));
        }
        task = parts.build();
    }

    private static List<Fit> fits(SplittableRandom chance) {
        List<Fit> fits = new ArrayList<>();
        chance.ints(0, REPS)
                .distinct()
                .limit(FITS)
                .forEach(rep -> fits.add(new Fit(new RepId("rep" + rep), chance.nextInt(MOST_COST))));
        return fits;
    }

    /**
     * Solves it.
     *
     * @return the plan
     */
    @Benchmark
    public RebalancePlan solve() {
        plan = requireNonNull(task).solve();
        return plan;
    }

    /** Makes sure that no plan is better. */
    @TearDown(Level.Iteration)
    public void verify() {
        RebalancePlan found = requireNonNull(plan);
        if (!found.isOptimal() || !requireNonNull(task).verify(found).isEmpty()) {
            throw new IllegalStateException("the plan must be verified and the best one, was not");
        }
    }
}
