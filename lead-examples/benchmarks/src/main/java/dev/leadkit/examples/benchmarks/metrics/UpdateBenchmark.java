package dev.leadkit.examples.benchmarks.metrics;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The time that it takes to bring the state of the standard set up to date when one lead changed: its old facts are taken back and its
 * new ones, with a conversion more, are added. {@value #PAIRS} leads by turns, in a state of {@value #LEADS}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class UpdateBenchmark {

    static final int LEADS = 100_000;
    static final int PAIRS = 4_096;

    private final Counts state = StandardSet.BY_SOURCE.create();
    private final List<LeadFacts> old = new ArrayList<>();
    private final List<LeadFacts> changed = new ArrayList<>();
    private int next;
    private boolean isBack;

    /** Makes the benchmark; JMH does. */
    public UpdateBenchmark() {}

    /** Fills the state. */
    @Setup
    public void fill() {
        for (int number = 0; number < LEADS; number++) {
            LeadFacts facts = LeadFacts.of(Histories.lead(number), Histories.of(number));
            StandardSet.BY_SOURCE.add(state, facts);
            if (number < PAIRS) {
                old.add(facts);
                changed.add(converted(facts));
            }
        }
    }

    private static LeadFacts converted(LeadFacts facts) {
        List<FactEvent> events = new ArrayList<>(facts.events());
        FactEvent last = events.get(events.size() - 1);
        events.add(new FactEvent(
                "more",
                last.at().plus(Duration.ofHours(7)),
                new Occurrence.Converted(Optional.of(StandardSet.STAGES.get(3)), Optional.empty())));
        return LeadFacts.of(facts.lead(), events);
    }

    /**
     * Changes one lead; when all have been changed, back again.
     *
     * @return the state, for JMH
     */
    @Benchmark
    public Counts update() {
        StandardSet.BY_SOURCE.retract(state, (isBack ? changed : old).get(next));
        StandardSet.BY_SOURCE.add(state, (isBack ? old : changed).get(next));
        next = (next + 1) % PAIRS;
        isBack ^= next == 0;
        return state;
    }
}
