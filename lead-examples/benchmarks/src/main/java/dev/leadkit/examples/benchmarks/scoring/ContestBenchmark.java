package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.contest.Contender;
import dev.leadkit.examples.benchmarks.contest.Expected;
import dev.leadkit.examples.benchmarks.contest.Heat;
import dev.leadkit.examples.benchmarks.workload.People;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
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
 * Contenders side by side in one process, on one set of rules. In a round each scores for some 25 milliseconds, the first one another in each
 * round: what else the machine does strikes all of them. Before, each is warmed up alone until it gets no faster, and its totals of all leads
 * are compared with those of the rules as they stand. Then garbage is collected once, as what one contender leaves behind would lie between the
 * leads of the others. The result is a line for each contender in a file; what JMH measures is the round.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgs = {"-Xms3g", "-Xmx3g"})
public class ContestBenchmark {

    static final String BETWEEN = "+";

    private static final long BLOCK = 25_000_000;

    /** Which rules. */
    @Param("100")
    public String rules = "";

    /** How many leads: 10,000 do not fit into the processor's cache, 200 do. */
    @Param("10000")
    public int leads;

    /** The names of the contenders. */
    @Param(LeadKitCode.TOTAL)
    public String contenders = "";

    /** How long to warm up at most, each, in seconds. */
    @Param("20")
    public int warmUp;

    /** Where the standings go. */
    @Param("")
    public String report = "";

    private final List<Heat> heats = new ArrayList<>();
    private int rounds;

    /** Makes the benchmark; JMH does. */
    public ContestBenchmark() {}

    /** Makes the contenders ready, compares their totals and warms them up. */
    @Setup(Level.Trial)
    public void warmUp() {
        RuleSet set = RuleSet.named(rules);
        List<Person> people = People.of(set).first(leads);
        Expected expected = Expected.of(new Naive(set, people), leads);
        for (String name : contenders.split("\\+", -1)) {
            Contender contender = Contenders.named(name);
            heats.add(Heat.of(contender, contender.maker().lane(set, people), expected));
        }
        heats.forEach(heat -> heat.warmUp(TimeUnit.SECONDS.toNanos(warmUp), BLOCK));
        System.gc();
    }

    /**
     * Lets each contender score for a while.
     *
     * @return how many rounds there were, for JMH
     */
    @Benchmark
    public int round() {
        for (int i = 0; i < heats.size(); i++) {
            heats.get((rounds + i) % heats.size()).round();
        }
        return ++rounds;
    }

    /**
     * Writes the standings.
     *
     * @throws IOException if the file cannot be written
     */
    @TearDown(Level.Trial)
    public void report() throws IOException {
        List<String> lines = heats.stream().map(heat -> heat.standing().line()).toList();
        Files.write(Path.of(report), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
