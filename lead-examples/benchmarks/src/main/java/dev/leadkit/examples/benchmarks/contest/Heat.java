package dev.leadkit.examples.benchmarks.contest;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * One contender at work: warmed up until it gets no faster, then measured round by round while the others wait. Its blocks walk through
 * the leads, so that a slow contender need not score all of them in a round. The totals of each measured block are checked.
 */
public final class Heat {

    private static final long CHUNK = 500_000_000;
    private static final int CHUNKS_WITHOUT_GAIN = 4;
    private static final double GAIN = 0.97;
    private static final long PIECE = 5_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Contender contender;
    private final Lane lane;
    private final Expected expected;
    private final List<Double> nanos = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();
    private int next;
    private int block = 1;

    private Heat(Contender contender, Lane lane, Expected expected) {
        this.contender = contender;
        this.lane = lane;
        this.expected = expected;
    }

    /**
     * Makes it ready to be warmed up.
     *
     * @param contender who
     * @param lane what it made
     * @param expected the totals of all leads
     * @return the heat
     * @throws IllegalStateException if it gives another total for a lead
     */
    public static Heat of(Contender contender, Lane lane, Expected expected) {
        if (contender.scores()) {
            expected.check(contender.name(), lane);
        }
        return new Heat(contender, lane, expected);
    }

    /**
     * Scores until it gets no faster.
     *
     * @param mostNanos when to stop all the same
     * @param blockNanos how long a round is to take
     */
    public void warmUp(long mostNanos, long blockNanos) {
        long start = System.nanoTime();
        List<Double> chunks = new ArrayList<>();
        while (!isSteady(chunks) && System.nanoTime() - start < mostNanos) {
            chunks.add(chunk());
        }
        double best = chunks.stream().min(Double::compare).orElseThrow();
        block = (int) Math.max(1, Math.min(blockNanos / best, Integer.MAX_VALUE));
        System.err.printf(
                "%s warm after %.1f s: %.0f ns a lead, from %.0f%n",
                contender.name(), (System.nanoTime() - start) / 1e9, best, chunks.get(0));
    }

    private static boolean isSteady(List<Double> chunks) {
        int before = chunks.size() - CHUNKS_WITHOUT_GAIN;
        return before > 0 && best(chunks.subList(before, chunks.size())) > GAIN * best(chunks.subList(0, before));
    }

    private static double best(List<Double> chunks) {
        return chunks.stream().min(Double::compare).orElseThrow();
    }

    private double chunk() {
        long start = System.nanoTime();
        long leads = 0;
        long now = start;
        while (now - start < CHUNK) {
            score(block);
            leads += block;
            long then = System.nanoTime();
            block = then - now < PIECE ? block + block : block;
            now = then;
        }
        return (now - start) / (double) leads;
    }

    /** Measures one block. */
    public void round() {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        score(block);
        long end = System.nanoTime();
        nanos.add((end - start) / (double) block);
        bytes.add((THREADS.getCurrentThreadAllocatedBytes() - allocated) / (double) block);
    }

    private void score(int leads) {
        int left = leads;
        while (left > 0) {
            int to = Math.min(expected.leads(), next + left);
            long sum = lane.sum(next, to);
            if (contender.scores() && sum != expected.sum(next, to)) {
                throw new IllegalStateException(contender.name() + " gives other totals than it gave before");
            }
            left -= to - next;
            next = to == expected.leads() ? 0 : to;
        }
    }

    /**
     * What came out.
     *
     * @return the lower median of the two halves of the rounds
     */
    public Standing standing() {
        int half = nanos.size() / 2;
        double time = Math.min(median(nanos.subList(0, half)), median(nanos.subList(half, nanos.size())));
        return new Standing(contender.name(), time, median(bytes));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
