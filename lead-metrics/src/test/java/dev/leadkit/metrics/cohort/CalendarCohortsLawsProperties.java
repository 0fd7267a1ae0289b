package dev.leadkit.metrics.cohort;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.PeriodUnit;
import dev.leadkit.metrics.segment.Segmented;
import java.time.ZoneOffset;

final class CalendarCohortsLawsProperties extends LeadKpiContract<Breakdown<CohortTable>> {
    @Override
    protected LeadKpi<Breakdown<CohortTable>> subject() {
        return new Segmented<>(
                new CalendarCohorts(new Periods(PeriodUnit.MONTH, ZoneOffset.UTC), 4), Grouping.bySource());
    }
}
