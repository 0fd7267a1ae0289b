package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.time.ZoneId;
import java.util.Set;

final class LeadVelocityLawsProperties extends LeadKpiContract<Velocity> {
    @Override
    protected LeadKpi<Velocity> subject() {
        return new LeadVelocity(Set.of(LeadFactsArbitraries.STAGES.get(1)), ZoneId.of("America/Sao_Paulo"));
    }
}
