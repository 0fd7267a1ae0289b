package dev.leadkit.metrics.attribution;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.Segmented;
import java.util.Set;

final class AttributionBySourceLawsProperties extends LeadKpiContract<Breakdown<Credits>> {
    @Override
    protected LeadKpi<Breakdown<Credits>> subject() {
        return new Segmented<>(
                new Attribution(
                        AttributionModel.w(Set.of(LeadFactsArbitraries.STAGES.get(2))), Attribution.USUAL_LOOKBACK),
                Grouping.bySource());
    }
}
