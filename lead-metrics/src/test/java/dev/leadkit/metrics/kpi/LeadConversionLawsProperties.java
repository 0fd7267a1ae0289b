package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.Tally;
import dev.leadkit.metrics.kit.KpiContract;

final class LeadConversionLawsProperties extends KpiContract<Tally<GroupCount>, Breakdown> {
    @Override
    protected Kpi<Tally<GroupCount>, Breakdown> subject() {
        return new LeadConversion(Grouping.bySource());
    }
}
