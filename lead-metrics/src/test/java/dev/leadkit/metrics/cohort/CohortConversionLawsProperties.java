package dev.leadkit.metrics.cohort;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.time.Duration;

final class CohortConversionLawsProperties extends LeadKpiContract<KpiResult> {
    @Override
    protected LeadKpi<KpiResult> subject() {
        return new CohortConversion(Duration.ofDays(20), Resolution.SECOND);
    }
}
