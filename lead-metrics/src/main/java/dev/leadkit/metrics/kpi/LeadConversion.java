package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Instant;
import java.util.List;

/**
 * {@code lead.conversion}: leads that were ever converted over all leads captured, with Wilson's 95 % interval. The plain formula:
 * leads that are too young to be converted are in the denominator, and undated leads count like any other. Undefined without leads.
 */
public record LeadConversion() implements LeadKpi<KpiResult> {

    private static final int CONVERTED = 0;
    private static final int CAPTURED = 1;
    private static final String EMPTY = "no leads";

    @Override
    public Definition definition() {
        return new Definition(
                "lead.conversion/1",
                TimeBasis.SNAPSHOT,
                "Leads that were ever converted, over all leads captured; young and undated leads are counted.");
    }

    @Override
    public List<String> parts() {
        return List.of("converted", "captured");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        counts.add(CAPTURED, 0, times);
        if (facts.isConverted()) {
            counts.add(CONVERTED, 0, times);
        }
    }

    @Override
    public KpiResult result(Counts counts, Instant asOf) {
        Basis basis = Basis.of(counts.count(CONVERTED, 0), counts.count(CAPTURED, 0), counts.excluded());
        return KpiResult.rate(definition(), basis, EMPTY);
    }
}
