package dev.leadkit.metrics.segment;

import dev.leadkit.metrics.fold.Counting;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Any KPI of facts that say their group, for all and for each group; {@link Segmented} does it for leads.
 *
 * @param kpi the KPI
 * @param by what the groups are, as definitions write it, such as {@code source} or {@code rep}
 * @param <F> the facts
 * @param <R> the KPI's result
 */
public record Grouped<F extends InGroup, R>(Counting<F, R> kpi, String by) implements Counting<F, Breakdown<R>> {

    /**
     * Checks the name.
     *
     * @param kpi the KPI
     * @param by what the groups are
     */
    public Grouped {
        if (by.isBlank()) {
            throw new IllegalArgumentException("by must be a text, was blank");
        }
    }

    @Override
    public Definition definition() {
        Definition whole = kpi.definition();
        return new Definition(whole.id(), whole.basis(), whole.meaning() + " By " + by + ".")
                .with("by=" + Definition.text(by));
    }

    @Override
    public List<String> parts() {
        return kpi.parts();
    }

    @Override
    public void count(Counts counts, F facts, long times) {
        kpi.count(counts.named(facts.group()), facts, times);
    }

    @Override
    public Breakdown<R> result(Counts counts, Instant asOf) {
        Counts all = new Counts();
        SortedMap<String, R> groups = new TreeMap<>();
        counts.named().forEach((group, part) -> {
            all.merge(part);
            groups.put(group, kpi.result(part, asOf));
        });
        return new Breakdown<>(kpi.result(all, asOf), groups);
    }
}
