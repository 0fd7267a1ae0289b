package dev.leadkit.metrics.money;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.util.SortedMap;

final class ConversionCostLawsProperties extends LeadKpiContract<SortedMap<String, ConversionCost.Costs>> {
    @Override
    protected LeadKpi<SortedMap<String, ConversionCost.Costs>> subject() {
        return new ConversionCost();
    }
}
