package dev.leadkit.metrics.segment;

import static java.util.Objects.requireNonNull;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Many KPIs of leads as one: one pass over the facts, one state to merge and to send. May be broken down like any other. Immutable
 * and thread-safe.
 */
public final class KpiSet implements LeadKpi<KpiSet.Results> {

    private static final long serialVersionUID = 1;

    private final LeadKpi<?>[] kpis;
    private final String[] ids;

    private KpiSet(List<LeadKpi<?>> kpis) {
        this.kpis = kpis.toArray(LeadKpi<?>[]::new);
        this.ids = kpis.stream().map(kpi -> kpi.definition().id()).toArray(String[]::new);
    }

    /**
     * Makes a set.
     *
     * @param kpis the KPIs; their definitions' identifiers must differ
     * @return the set
     * @throws IllegalArgumentException if two are of one definition
     */
    public static KpiSet of(List<? extends LeadKpi<?>> kpis) {
        KpiSet set = new KpiSet(List.copyOf(kpis));
        if (List.of(set.ids).stream().distinct().count() < set.ids.length) {
            throw new IllegalArgumentException("kpis must be of different definitions, was " + List.of(set.ids));
        }
        return set;
    }

    /**
     * The results of all.
     *
     * @param byId each KPI's result by its definition's identifier
     */
    public record Results(SortedMap<String, Object> byId) {

        /**
         * Keeps a copy.
         *
         * @param byId the results
         */
        public Results {
            byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
        }

        /**
         * One KPI's result.
         *
         * @param kpi a KPI of the set
         * @param <R> its result
         * @return the result
         * @throws IllegalArgumentException if the set has no KPI of this definition
         */
        @SuppressWarnings("unchecked")
        public <R> R get(LeadKpi<R> kpi) {
            String id = kpi.definition().id();
            if (!byId.containsKey(id)) {
                throw new IllegalArgumentException("kpi must be one of " + byId.keySet() + ", was " + id);
            }
            return (R) requireNonNull(byId.get(id), id);
        }
    }

    /**
     * The KPIs.
     *
     * @return them in the order in which they were given
     */
    public List<LeadKpi<?>> kpis() {
        return List.of(kpis);
    }

    @Override
    public Definition definition() {
        return new Definition(
                "set/1?of=[" + List.of(ids).stream().sorted().collect(Collectors.joining(";")) + "]",
                "Several figures of the same leads: "
                        + List.of(ids).stream().sorted().collect(Collectors.joining(", ")) + ".");
    }

    /** None of its own: each KPI has its parts under its own name. */
    @Override
    public List<String> parts() {
        return List.of();
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        for (int i = 0; i < kpis.length; i++) {
            kpis[i].count(counts.named(ids[i]), facts, times);
        }
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return facts.events();
    }

    @Override
    public Results result(Counts counts, Instant asOf) {
        SortedMap<String, Object> results = new TreeMap<>();
        for (int i = 0; i < kpis.length; i++) {
            results.put(ids[i], kpis[i].result(counts.named(ids[i]), asOf));
        }
        return new Results(results);
    }
}
