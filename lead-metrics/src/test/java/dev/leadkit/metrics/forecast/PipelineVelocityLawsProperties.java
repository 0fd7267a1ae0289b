package dev.leadkit.metrics.forecast;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.time.ZoneId;
import java.util.Set;

final class PipelineVelocityLawsProperties extends LeadKpiContract<Pace> {
    @Override
    protected LeadKpi<Pace> subject() {
        return new PipelineVelocity(Set.copyOf(LeadFactsArbitraries.STAGES), 60, ZoneId.of("America/Sao_Paulo"));
    }
}
