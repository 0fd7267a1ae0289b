package dev.leadkit.metrics.forecast;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.time.Duration;

final class ObservedToExpectedLawsProperties extends LeadKpiContract<KpiResult> {
    @Override
    protected LeadKpi<KpiResult> subject() {
        return new ObservedToExpected(Duration.ofDays(30));
    }
}
