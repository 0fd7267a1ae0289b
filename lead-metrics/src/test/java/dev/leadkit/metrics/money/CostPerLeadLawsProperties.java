package dev.leadkit.metrics.money;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.segment.Breakdown;
import java.util.SortedMap;

final class CostPerLeadLawsProperties extends LeadKpiContract<SortedMap<String, Breakdown<KpiResult>>> {
    @Override
    protected LeadKpi<SortedMap<String, Breakdown<KpiResult>>> subject() {
        return SpendPer.lead(Spends.SOME);
    }
}
