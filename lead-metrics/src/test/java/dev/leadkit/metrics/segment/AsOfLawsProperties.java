package dev.leadkit.metrics.segment;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.funnel.Skip;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.util.List;

/** A funnel by what was known of a lead at its second step, and by who owned it as it came. */
final class AsOfLawsProperties extends LeadKpiContract<Breakdown<Funnel.Way>> {
    @Override
    protected LeadKpi<Breakdown<Funnel.Way>> subject() {
        AsOf second = AsOf.reached(List.of(LeadFactsArbitraries.STAGES.get(1)));
        return new Segmented<>(
                new Funnel(LeadFactsArbitraries.STAGES, Skip.IMPLIED),
                Grouping.byField("size", second).and(Grouping.byRep(AsOf.captured())));
    }
}
