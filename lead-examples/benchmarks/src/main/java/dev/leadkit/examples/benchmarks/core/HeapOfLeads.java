package dev.leadkit.examples.benchmarks.core;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.desk.TimedInteraction;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import dev.leadkit.lead.LeadId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Prints how many bytes of heap live after the collection of all garbage, when a store in memory holds leads that were
 * captured from CSV and have five interactions each, told one by one. The whole heap is counted, the mapping and the
 * virtual machine's own objects included.
 */
final class HeapOfLeads {

    private static final int INTERACTIONS = 5;
    private static final Instant START = Instant.parse("2025-12-01T00:00:00Z");
    private static final List<String> TYPES =
            List.of("page.viewed", "email.opened", "email.clicked", "form.submitted", "call.made", "demo.requested");

    private HeapOfLeads() {}

    /**
     * Fills a store and measures.
     *
     * @param arguments how many leads
     * @throws IOException if a file of rows cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        int leads = Integer.parseInt(arguments[0]);
        Arrivals arrivals = Arrivals.none(false);
        SplittableRandom chance = new SplittableRandom(7);
        try {
            arrivals.captureFirst(leads, new LeadRows(0, false), outcome -> live(arrivals.desk(), outcome, chance));
            System.gc();
            System.gc();
            System.out.println(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        } finally {
            Reference.reachabilityFence(arrivals);
        }
    }

    private static void live(LeadDesk desk, CaptureOutcome outcome, SplittableRandom chance) {
        LeadId lead = outcome.leadId().orElseThrow();
        for (TimedInteraction each : interactions(chance)) {
            desk.record(lead, List.of(each)).orElseThrow();
        }
    }

    private static List<TimedInteraction> interactions(SplittableRandom chance) {
        return IntStream.range(0, INTERACTIONS)
                .mapToObj(each -> new TimedInteraction(
                        interaction(chance), START.plusSeconds(each * 86_400L + chance.nextInt(86_400))))
                .toList();
    }

    /** Two of three are visits to one of 400 pages, half of them with the seconds spent there. */
    private static Interaction interaction(SplittableRandom chance) {
        int type = Math.max(0, chance.nextInt(15) - 9);
        String page = "/products/" + chance.nextInt(20) + "/page-" + chance.nextInt(20);
        Map<String, String> properties = switch (type) {
            case 0 ->
                chance.nextInt(2) == 0
                        ? Map.of("page", page)
                        : Map.of("page", page, "seconds", Integer.toString(chance.nextInt(600)));
            case 1, 2 -> Map.of("campaign", "mailing-" + chance.nextInt(100));
            case 4 -> Map.of("minutes", Integer.toString(1 + chance.nextInt(40)));
            default -> Map.of();
        };
        boolean ours = TYPES.get(type).equals("call.made");
        return new Interaction(
                TYPES.get(type),
                ours ? Direction.OUTBOUND : Direction.INBOUND,
                ours ? Actor.HUMAN : Actor.AUTOMATED,
                properties);
    }
}
