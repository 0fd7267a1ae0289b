package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.condition.index.EncodedLead;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.examples.benchmarks.workload.People;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import dev.leadkit.scoring.engine.Scorer;
import dev.leadkit.scoring.engine.ScoringEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
 * A million leads of ten interactions each, scored anew by the realistic model on two threads of the caller, an hour later in every round. All are
 * different and all in memory, as histories that have been folded before or as encoded leads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(jvmArgs = {"-Xms6g", "-Xmx6g"})
public class RescoreBenchmark {

    static final String HISTORY = "history";
    static final String ENCODED = "encoded";

    private static final int LEADS = 1_000_000;
    private static final int THREADS = 2;
    private static final int ACTS = 10;

    /** Whether the leads are kept encoded, or as histories. */
    @Param({HISTORY, ENCODED})
    public String form = "";

    private final List<Part> parts = new ArrayList<>();
    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    private Instant asOf = People.AS_OF;

    /** Makes the benchmark; JMH does. */
    public RescoreBenchmark() {}

    /**
     * Makes the leads.
     *
     * @throws InterruptedException if somebody ends the benchmark
     * @throws ExecutionException if that fails
     */
    @Setup(Level.Trial)
    public void fill() throws InterruptedException, ExecutionException {
        RuleSet rules = RuleSet.named(RuleSet.REAL);
        ScoringEngine engine = ScoringEngine.of(LeadKitModel.of(rules));
        int each = LEADS / THREADS;
        List<Future<Part>> made = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int from = thread * each;
            made.add(executor.submit(
                    () -> new Part(engine, People.of(rules, ACTS), from, from + each, form.equals(ENCODED))));
        }
        for (Future<Part> part : made) {
            parts.add(part.get());
        }
    }

    /**
     * Scores all leads.
     *
     * @return the sum of their totals
     * @throws InterruptedException if somebody ends the benchmark
     * @throws ExecutionException if scoring fails
     */
    @Benchmark
    public long rescore() throws InterruptedException, ExecutionException {
        List<Future<Long>> sums = new ArrayList<>();
        for (Part part : parts) {
            sums.add(executor.submit(() -> part.sum(asOf)));
        }
        long sum = 0;
        for (Future<Long> each : sums) {
            sum += each.get();
        }
        return sum;
    }

    /** An hour goes by. */
    @TearDown(Level.Iteration)
    public void later() {
        asOf = asOf.plus(Duration.ofHours(1));
    }

    /** Ends the threads. */
    @TearDown(Level.Trial)
    public void end() {
        executor.shutdownNow();
    }

    private static final class Part {

        private final Scorer scorer;
        private final List<LeadHistory> histories = new ArrayList<>();
        private final List<EncodedLead> encoded = new ArrayList<>();

        private Part(ScoringEngine engine, People people, int from, int to, boolean encode) {
            this.scorer = engine.scorer();
            LeadKitLead leads = new LeadKitLead();
            for (int number = from; number < to; number++) {
                LeadHistory history = leads.history(number, people.person(number));
                if (encode) {
                    encoded.add(engine.encode(history));
                } else {
                    histories.add(history);
                }
            }
        }

        private long sum(Instant asOf) {
            long sum = 0;
            for (LeadHistory history : histories) {
                sum += scorer.total(history, asOf);
            }
            for (EncodedLead lead : encoded) {
                sum += scorer.total(lead, asOf);
            }
            return sum;
        }
    }
}
