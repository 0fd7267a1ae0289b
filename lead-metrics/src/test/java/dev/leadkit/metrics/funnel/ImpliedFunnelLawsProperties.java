package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.Tally;
import dev.leadkit.metrics.kit.KpiContract;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;

final class ImpliedFunnelLawsProperties extends KpiContract<Tally<Integer>, Funnel.Way> {
    @Override
    protected Kpi<Tally<Integer>, Funnel.Way> subject() {
        return new Funnel(LeadFactsArbitraries.STAGES, Skip.IMPLIED);
    }
}
