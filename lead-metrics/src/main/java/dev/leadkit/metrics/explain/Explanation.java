package dev.leadkit.metrics.explain;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.facts.DataFault;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why a lead counts in a figure, and where: found by counting this lead alone, so that it cannot differ from what the figure does.
 * Immutable and thread-safe.
 *
 * @param definition the figure
 * @param lead the lead
 * @param cells where it counts; none if it is left out altogether
 * @param excluded why it is left out of the figure or of a part of it, and how often
 * @param evidence the events that the figure looks at
 * @param faults what is wrong with the lead's events; in the order of the constants
 */
public record Explanation(
        Definition definition,
        LeadId lead,
        List<Cell> cells,
        SortedMap<String, Long> excluded,
        List<FactEvent> evidence,
        Map<DataFault, Integer> faults) {

    /**
     * Keeps copies.
     *
     * @param definition the figure
     * @param lead the lead
     * @param cells where it counts
     * @param excluded why it is left out
     * @param evidence the events
     * @param faults what is wrong with the events
     */
    public Explanation {
        cells = List.copyOf(cells);
        evidence = List.copyOf(evidence);
        faults = Collections.unmodifiableMap(new TreeMap<>(faults));
    }

    /**
     * One place where the lead counts.
     *
     * @param groups the groups that it is in, from the outermost; empty without a breakdown
     * @param part what is counted
     * @param key which bucket, day or score of it; 0 for a plain counter. A sum beyond 32 bits has a cell for each
     *     {@link dev.leadkit.metrics.fold.Wide piece}, with its number
     * @param times how much this lead adds; an amount of money in minor units where money is counted
     */
    public record Cell(List<String> groups, String part, long key, long times) {

        /**
         * Keeps a copy of the groups.
         *
         * @param groups the groups
         * @param part what is counted
         * @param key which bucket
         * @param times how much
         */
        public Cell {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Explains a lead's part in a figure.
     *
     * @param kpi the figure
     * @param facts the lead's facts
     * @return where it counts, or why not
     */
    public static Explanation of(LeadKpi<?> kpi, LeadFacts facts) {
        Counts counts = kpi.create();
        kpi.add(counts, facts);
        List<Cell> cells = new ArrayList<>();
        SortedMap<String, Long> excluded = new TreeMap<>();
        collect(kpi.parts(), counts, List.of(), cells);
        gather(counts, excluded);
        return new Explanation(kpi.definition(), facts.lead(), cells, excluded, kpi.evidence(facts), facts.faults());
    }

    private static void gather(Counts counts, SortedMap<String, Long> excluded) {
        counts.excluded().forEach((reason, times) -> excluded.merge(reason, times, Long::sum));
        counts.named().values().forEach(part -> gather(part, excluded));
    }

    private static void collect(List<String> parts, Counts counts, List<String> groups, List<Cell> cells) {
        for (int part = 0; part < parts.size(); part++) {
            for (long key : counts.keys(part)) {
                cells.add(new Cell(groups, parts.get(part), key, counts.count(part, key)));
            }
        }
        counts.named().forEach((name, inner) -> {
            List<String> path = new ArrayList<>(groups);
            path.add(name);
            collect(parts, inner, path, cells);
        });
    }
}
