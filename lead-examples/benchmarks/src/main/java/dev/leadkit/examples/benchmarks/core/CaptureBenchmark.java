package dev.leadkit.examples.benchmarks.core;

import dev.leadkit.capture.CaptureOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * The time from the rows of a CSV file to committed leads, in a store in memory that has {@value #PRESENT} leads already.
 * Measured: reading the file (which the operating system holds in memory) and decoding it, mapping and normalising
 * every cell, looking up the record and its e-mail address in the store, deciding, committing, and collecting the garbage
 * of all this. Nine rows of ten become new leads, one joins the lead that has its address.
 *
 * <p>One processor is seen by the virtual machine, so that collecting garbage takes its time from the same core. The heap is
 * fixed and has room for everything: a full collection of a million leads is no part of capturing one. What survives a
 * collection is moved once, to the old generation: nearly all of it is leads, which stay. The store grows by {@value #ROWS}
 * rows a round, the warm-ups included, so that the last round of a long run finds about 1.6 million leads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        jvmArgs = {
            "-Xms5g",
            "-Xmx5g",
            "-XX:+AlwaysPreTouch",
            "-XX:+UseSerialGC",
            "-XX:MaxTenuringThreshold=0",
            "-XX:ActiveProcessorCount=1"
        })
public class CaptureBenchmark {

    static final int PRESENT = 1_000_000;
    static final int ROWS = 20_000;

    /** Whether the rows have a phone number, which is checked and brought to E.164. */
    @Param({"false", "true"})
    public boolean phones;

    private Arrivals arrivals = Arrivals.none(false);
    private LeadRows rows = new LeadRows(PRESENT, false);
    private Path file = Path.of("");
    private int next = PRESENT;
    private int accepted;
    private int merged;

    /** Makes the benchmark; JMH does. */
    public CaptureBenchmark() {}

    /**
     * Fills the store.
     *
     * @throws IOException if a file cannot be written
     */
    @Setup(Level.Trial)
    public void fill() throws IOException {
        rows = new LeadRows(PRESENT, phones);
        arrivals = Arrivals.none(phones);
        file = Files.createTempFile("arriving", ".csv");
        arrivals.captureFirst(PRESENT, rows, this::count);
        check(PRESENT, 0);
    }

    /**
     * Writes the rows of the next round.
     *
     * @throws IOException if the file cannot be written
     */
    @Setup(Level.Iteration)
    public void write() throws IOException {
        rows.write(file, next, next + ROWS);
    }

    /**
     * Captures the rows of one round.
     *
     * @return how many leads were captured, for JMH
     */
    @Benchmark
    public int capture() {
        arrivals.capture(file, this::count);
        return accepted;
    }

    /** Makes sure that what was measured is what was meant. */
    @TearDown(Level.Iteration)
    public void check() {
        check(ROWS - ROWS / 10, ROWS / 10);
        next += ROWS;
    }

    /**
     * Removes the file.
     *
     * @throws IOException if that fails
     */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Files.delete(file);
    }

    private void count(CaptureOutcome outcome) {
        boolean clean = outcome.faults().isEmpty();
        accepted += clean && outcome instanceof CaptureOutcome.Accepted ? 1 : 0;
        merged += clean && outcome instanceof CaptureOutcome.Merged ? 1 : 0;
    }

    private void check(int asAccepted, int asMerged) {
        if (accepted != asAccepted || merged != asMerged) {
            throw new IllegalStateException("captured and merged without a fault must be " + asAccepted + " and "
                    + asMerged + ", was " + accepted + " and " + merged);
        }
        accepted = 0;
        merged = 0;
    }
}
