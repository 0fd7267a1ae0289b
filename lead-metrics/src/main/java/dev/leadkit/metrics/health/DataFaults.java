package dev.leadkit.metrics.health;

import dev.leadkit.metrics.facts.DataFault;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * {@code data.faults}: what is wrong with the events of leads, by reason: nothing that figures leave out is dropped in silence. An
 * event may have several faults.
 */
public record DataFaults() implements LeadKpi<DataFaults.Found> {

    private static final int EVENTS = 0;
    private static final int LEADS = 1;
    private static final int ANY = 2;
    private static final int ALL = 3;

    /**
     * The result.
     *
     * @param any leads with any fault, over all leads
     * @param byFault each fault, also those that nobody has
     */
    public record Found(KpiResult any, Map<DataFault, Fault> byFault) {

        /**
         * Keeps a copy of the faults.
         *
         * @param any leads with any fault
         * @param byFault each fault
         */
        public Found {
            byFault = Collections.unmodifiableMap(new EnumMap<>(byFault));
        }
    }

    /**
     * One fault.
     *
     * @param events how many events have it
     * @param leads leads with such an event, over all leads
     */
    public record Fault(long events, KpiResult leads) {}

    @Override
    public Definition definition() {
        return new Definition("data.faults/1", "Leads with a fault in their events, over all leads.");
    }

    @Override
    public List<String> parts() {
        return List.of("events with the fault", "has the fault", "has any fault", "all leads");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        counts.add(ALL, 0, times);
        if (facts.faults().isEmpty()) {
            return;
        }
        counts.add(ANY, 0, times);
        facts.faults().forEach((fault, events) -> {
            Counts cell = counts.named(fault.name());
            cell.add(EVENTS, 0, events * times);
            cell.add(LEADS, 0, times);
        });
    }

    @Override
    public Found result(Counts counts, Instant asOf) {
        Map<DataFault, Fault> faults = new EnumMap<>(DataFault.class);
        for (DataFault fault : DataFault.values()) {
            Definition definition = new Definition(
                    "data.faults/1?fault=" + fault,
                    "Leads with an event that is: " + fault.reason() + "; over all leads.");
            Counts cell = counts.named().getOrDefault(fault.name(), new Counts());
            faults.put(fault, new Fault(cell.count(EVENTS, 0), rate(definition, cell.count(LEADS, 0), counts)));
        }
        return new Found(rate(definition(), counts.count(ANY, 0), counts), faults);
    }

    private static KpiResult rate(Definition definition, long leads, Counts counts) {
        return KpiResult.rate(definition, Basis.of(leads, counts.count(ALL, 0), counts.excluded()), "no leads");
    }
}
