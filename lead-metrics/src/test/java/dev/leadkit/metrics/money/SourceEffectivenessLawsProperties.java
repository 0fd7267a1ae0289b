package dev.leadkit.metrics.money;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.forecast.ObservedToExpected;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.segment.Breakdown;
import java.time.Duration;

final class SourceEffectivenessLawsProperties extends LeadKpiContract<Breakdown<SourceRow>> {
    @Override
    protected LeadKpi<Breakdown<SourceRow>> subject() {
        return new SourceEffectiveness(Spends.SHARED, new ObservedToExpected(Duration.ofDays(30)), 3);
    }
}
