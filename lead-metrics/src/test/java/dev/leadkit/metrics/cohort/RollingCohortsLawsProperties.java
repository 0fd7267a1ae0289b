package dev.leadkit.metrics.cohort;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.segment.PeriodUnit;
import java.time.Duration;
import java.time.ZoneOffset;

final class RollingCohortsLawsProperties extends LeadKpiContract<CohortTable> {
    @Override
    protected LeadKpi<CohortTable> subject() {
        return new RollingCohorts(
                new Periods(PeriodUnit.MONTH, ZoneOffset.UTC), Duration.ofDays(10), 6, Resolution.DAY);
    }
}
