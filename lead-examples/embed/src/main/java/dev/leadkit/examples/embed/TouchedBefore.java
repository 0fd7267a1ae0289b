package dev.leadkit.examples.embed;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Instant;
import java.util.List;

// tag::own[]
/** A figure of our own: how many leads our marketing had touched before they came. */
record TouchedBefore() implements LeadKpi<KpiResult> {

    @Override
    public Definition definition() {
        return new Definition(
                "acme.touched-before/1", TimeBasis.COHORT, "Leads touched before they came, over all dated leads.");
    }

    @Override
    public List<String> parts() {
        return List.of("touched before (1) or not (0)");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
        } else {
            counts.add(0, isTouchedBefore(facts, facts.captured().get()) ? 1 : 0, times);
        }
    }

    private static boolean isTouchedBefore(LeadFacts facts, FactEvent capture) {
        return facts.events().stream()
                .anyMatch(event -> event.what() instanceof Occurrence.Touched && event.isBefore(capture));
    }

    @Override
    public KpiResult result(Counts counts, Instant asOf) {
        Basis basis = Basis.of(counts.count(0, 1), counts.total(0), counts.excluded());
        return KpiResult.rate(definition(), basis, "no dated lead");
    }
}
// end::own[]
