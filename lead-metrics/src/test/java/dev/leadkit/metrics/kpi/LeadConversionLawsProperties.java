package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.Segmented;

final class LeadConversionLawsProperties extends LeadKpiContract<Breakdown<KpiResult>> {
    @Override
    protected LeadKpi<Breakdown<KpiResult>> subject() {
        return new Segmented<>(new LeadConversion(), Grouping.bySource());
    }
}
