package dev.leadkit.metrics.attribution;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.time.Duration;

final class AttributionLawsProperties extends LeadKpiContract<Credits> {
    @Override
    protected LeadKpi<Credits> subject() {
        return new Attribution(AttributionModel.timeDecay(Duration.ofDays(7)), Duration.ofDays(40));
    }
}
