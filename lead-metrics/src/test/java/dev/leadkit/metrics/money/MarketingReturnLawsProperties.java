package dev.leadkit.metrics.money;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.segment.Breakdown;
import java.math.BigDecimal;
import java.util.SortedMap;

final class MarketingReturnLawsProperties
        extends LeadKpiContract<SortedMap<String, Breakdown<MarketingReturn.Returns>>> {
    @Override
    protected LeadKpi<SortedMap<String, Breakdown<MarketingReturn.Returns>>> subject() {
        return MarketingReturn.of(Spends.SHARED, new BigDecimal("0.35"));
    }
}
