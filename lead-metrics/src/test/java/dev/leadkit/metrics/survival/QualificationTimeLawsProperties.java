package dev.leadkit.metrics.survival;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.util.Set;

final class QualificationTimeLawsProperties extends LeadKpiContract<QualificationTime.Days> {
    @Override
    protected LeadKpi<QualificationTime.Days> subject() {
        return new QualificationTime(Set.of(LeadFactsArbitraries.STAGES.get(2)), 1, Resolution.SECOND);
    }
}
