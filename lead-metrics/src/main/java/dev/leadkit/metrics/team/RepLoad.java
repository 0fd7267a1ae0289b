package dev.leadkit.metrics.team;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.segment.Grouping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code rep.load}: the open leads of each rep over all open leads. An open lead is neither converted nor lost; it counts for whoever owns
 * it last. Open leads that nobody owns are in {@link Grouping#MISSING}. Closed leads are left out and counted; undated ones count.
 */
public record RepLoad() implements LeadKpi<SortedMap<String, KpiResult>> {

    @Override
    public Definition definition() {
        return new Definition("rep.load/1", "Open leads that a rep owns, over all open leads.");
    }

    @Override
    public List<String> parts() {
        return List.of("open");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.isConverted()) {
            counts.exclude("converted", times);
        } else if (facts.lost().isPresent()) {
            counts.exclude("lost", times);
        } else {
            counts.named(owner(facts)).add(0, 0, times);
        }
    }

    private static String owner(LeadFacts facts) {
        List<FactEvent> events = facts.events();
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).what() instanceof Occurrence.Owned owned) {
                return Owners.name(owned.rep());
            }
        }
        return Grouping.MISSING;
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        Optional<FactEvent> latest = facts.events().stream()
                .filter(event -> event.what() instanceof Occurrence.Owned)
                .reduce((earlier, later) -> later);
        return latest.stream().toList();
    }

    @Override
    public SortedMap<String, KpiResult> result(Counts counts, Instant asOf) {
        long all = counts.named().values().stream()
                .mapToLong(each -> each.count(0, 0))
                .sum();
        SortedMap<String, KpiResult> loads = new TreeMap<>();
        counts.named()
                .forEach((rep, each) -> loads.put(
                        rep,
                        KpiResult.rate(
                                definition(), Basis.of(each.count(0, 0), all, counts.excluded()), "no open leads")));
        return loads;
    }
}
