package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.Sample;
import dev.leadkit.metrics.kit.KpiContract;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;

final class LeadVelocityLawsProperties extends KpiContract<Sample<YearMonth>, Velocity> {
    @Override
    protected Kpi<Sample<YearMonth>, Velocity> subject() {
        return new LeadVelocity(Set.of(LeadFactsArbitraries.STAGES.get(1)), ZoneId.of("America/Sao_Paulo"));
    }
}
