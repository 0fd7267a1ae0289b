package dev.leadkit.metrics.segment;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Any KPI of leads, for all and for each group. May be put into one another: by rep within source.
 *
 * @param kpi the KPI
 * @param by by what leads are put into groups
 * @param <R> the KPI's result
 */
public record Segmented<R>(LeadKpi<R> kpi, Grouping by) implements LeadKpi<Breakdown<R>> {

    @Override
    public Definition definition() {
        Definition whole = kpi.definition();
        String meaning = whole.meaning() + " By " + by.name() + "; a lead without a value is in the group "
                + Grouping.MISSING + ".";
        return new Definition(whole.id(), whole.basis(), meaning).with("by=" + by.name());
    }

    @Override
    public List<String> parts() {
        return kpi.parts();
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        kpi.count(counts.named(by.of(facts)), facts, times);
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return kpi.evidence(facts);
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
