package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.util.List;

final class StageOutcomesLawsProperties extends LeadKpiContract<List<StageOutcome>> {
    @Override
    protected LeadKpi<List<StageOutcome>> subject() {
        return new StageOutcomes(LeadFactsArbitraries.STAGES);
    }
}
