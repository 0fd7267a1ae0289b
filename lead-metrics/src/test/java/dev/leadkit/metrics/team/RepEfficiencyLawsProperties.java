package dev.leadkit.metrics.team;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.forecast.ObservedToExpected;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.time.Duration;
import java.util.SortedMap;

final class RepEfficiencyLawsProperties extends LeadKpiContract<SortedMap<String, RepFigures>> {
    @Override
    protected LeadKpi<SortedMap<String, RepFigures>> subject() {
        return new RepEfficiency(new ObservedToExpected(Duration.ofDays(30)));
    }
}
