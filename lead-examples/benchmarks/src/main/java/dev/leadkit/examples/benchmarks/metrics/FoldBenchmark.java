package dev.leadkit.examples.benchmarks.metrics;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The time from the events of {@value #LEADS} leads to the state of the standard set by source: each history becomes facts, which are
 * counted in ten figures. One core, which collects the garbage too. The events of each round are new objects, so that nothing is
 * remembered of them; making them is not measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class FoldBenchmark {

    static final int LEADS = 100_000;

    private final List<LeadId> leads = new ArrayList<>();
    private final List<List<FactEvent>> histories = new ArrayList<>();

    /** Makes the benchmark; JMH does. */
    public FoldBenchmark() {}

    /** How many events a round has. */
    static long events() {
        return IntStream.range(0, LEADS)
                .mapToLong(number -> Histories.of(number).size())
                .sum();
    }

    /** Makes the events of a round, and has them moved out of the way of what comes. */
    @Setup(Level.Iteration)
    public void fill() {
        leads.clear();
        histories.clear();
        for (int number = 0; number < LEADS; number++) {
            leads.add(Histories.lead(number));
            histories.add(Histories.of(number));
        }
        System.gc();
    }

    /**
     * Folds them.
     *
     * @return the state, for JMH
     */
    @Benchmark
    public Counts fold() {
        Counts state = StandardSet.BY_SOURCE.create();
        for (int i = 0; i < LEADS; i++) {
            StandardSet.BY_SOURCE.add(state, LeadFacts.of(leads.get(i), histories.get(i)));
        }
        return state;
    }
}
