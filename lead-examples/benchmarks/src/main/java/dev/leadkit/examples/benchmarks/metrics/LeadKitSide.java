package dev.leadkit.examples.benchmarks.metrics;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.KpiSet;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;

/** LeadKit's side of the comparison: all events grouped by lead in memory, the figures through the collector on all cores. */
final class LeadKitSide {

    static final String SECONDS = "seconds";
    static final String STATE_BYTES = "state";
    static final String EVENTS = "events";

    private LeadKitSide() {}

    private record Lead(LeadId id, List<FactEvent> events) {

        LeadFacts facts() {
            return LeadFacts.of(id, events);
        }
    }

    /**
     * Measures and prints.
     *
     * @param arguments how many rounds to warm up, how many to count, how many leads
     * @throws Exception if something fails
     */
    public static void main(String[] arguments) throws Exception {
        int number = Integer.parseInt(arguments[2]);
        List<Lead> leads = IntStream.range(0, number)
                .parallel()
                .mapToObj(each -> new Lead(Histories.lead(each), Histories.of(each)))
                .toList();
        Told.print(SECONDS, Rounds.of(arguments).seconds(() -> results(leads)));
        Told.print(
                EVENTS, leads.stream().mapToLong(lead -> lead.events().size()).sum());
        Told.print(STATE_BYTES, largestState(leads));
        OurAnswers.of(results(leads)).lines().forEach(System.out::println);
    }

    private static Breakdown<KpiSet.Results> results(List<Lead> leads) {
        return leads.parallelStream().map(Lead::facts).collect(StandardSet.BY_SOURCE.collector(Histories.AS_OF));
    }

    /** The bytes of the largest segment, as they are sent. */
    private static long largestState(List<Lead> leads) throws IOException {
        Counts state = StandardSet.BY_SOURCE.create();
        leads.forEach(lead -> StandardSet.BY_SOURCE.add(state, lead.facts()));
        long largest = 0;
        for (Counts segment : state.named().values()) {
            try (DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream())) {
                StandardSet.ALL.write(segment, out);
                largest = Math.max(largest, out.size());
            }
        }
        return largest;
    }
}
