package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;

final class SalesCycleLawsProperties extends LeadKpiContract<SalesCycle.Lengths> {
    @Override
    protected LeadKpi<SalesCycle.Lengths> subject() {
        return new SalesCycle();
    }
}
