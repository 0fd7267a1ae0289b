package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.kit.LeadKpiContract;

final class ImpliedFunnelLawsProperties extends LeadKpiContract<Funnel.Way> {
    @Override
    protected LeadKpi<Funnel.Way> subject() {
        return new Funnel(LeadFactsArbitraries.STAGES, Skip.IMPLIED);
    }
}
