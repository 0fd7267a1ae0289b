package dev.leadkit.examples.benchmarks.metrics;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.Counts;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.List;

/**
 * Prints how many bytes of heap live after the collection of all garbage, when events grouped by lead have streamed through: those of
 * the states and of the largest history with its facts, which is held. The whole heap is counted, the virtual machine's own objects too.
 */
final class MemoryOfStream {

    static final String BYTES = "bytes";

    private static final int LARGEST_HISTORY = 10_000;

    private MemoryOfStream() {}

    /**
     * Streams and measures.
     *
     * @param arguments how many events, at least
     */
    public static void main(String[] arguments) {
        long wanted = Long.parseLong(arguments[0]);
        Counts state = StandardSet.BY_SOURCE.create();
        List<FactEvent> largest = Histories.longest(LARGEST_HISTORY);
        LeadFacts facts = LeadFacts.of(Histories.lead(0), largest);
        StandardSet.BY_SOURCE.add(state, facts);
        long events = largest.size();
        for (int number = 1; events < wanted; number++) {
            List<FactEvent> history = Histories.of(number);
            StandardSet.BY_SOURCE.add(state, LeadFacts.of(Histories.lead(number), history));
            events += history.size();
        }
        try {
            System.gc();
            System.gc();
            Told.print(
                    BYTES,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        } finally {
            Reference.reachabilityFence(state);
            Reference.reachabilityFence(facts);
        }
    }
}
