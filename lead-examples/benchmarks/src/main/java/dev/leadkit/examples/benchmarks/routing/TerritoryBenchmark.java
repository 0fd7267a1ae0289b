package dev.leadkit.examples.benchmarks.routing;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Facts;
import dev.leadkit.routing.territory.TerritoryFinder;
import dev.leadkit.routing.territory.TerritoryMap;
import dev.leadkit.routing.territory.TerritoryPlan;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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

/**
 * The time of {@value #LEADS} looks into a map of 100,000 entries, each with a lead of its own, which comes from memory. The leads lie
 * there one after the other, as for {@link DecisionBenchmark}, and are looked at in that order or in any. One processor is seen by the virtual
 * machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class TerritoryBenchmark {

    static final int LEADS = 200_000;

    private static final long SEED = 5;

    /** Whether the leads are looked at in another order than the one in which they lie. */
    @Param("false")
    public boolean strewn;

    private @Nullable TerritoryFinder finder;
    private List<Facts> leads = List.of();

    /** Makes the benchmark; JMH does. */
    public TerritoryBenchmark() {}

    /** Makes the map and the leads. */
    @Setup(Level.Trial)
    public void fill() {
        TerritoryPlan.Builder plan = TerritoryPlan.builder();
        Ground.territories().forEach(plan::territory);
        finder = TerritoryMap.of(plan.build()).finder();
        System.gc();
        leads = Demand.leads(0, LEADS);
        System.gc();
        if (strewn) {
            Collections.shuffle(leads, new Random(SEED));
        }
    }

    /**
     * Looks all leads up.
     *
     * @return how many are in a territory
     */
    @Benchmark
    public int find() {
        TerritoryFinder each = requireNonNull(finder);
        int found = 0;
        for (Facts lead : leads) {
            found += each.find(lead) == TerritoryMap.NONE ? 0 : 1;
        }
        if (found < LEADS / 2) {
            throw new IllegalStateException("at least half of the leads must be in a territory, " + found + " were");
        }
        return found;
    }
}
