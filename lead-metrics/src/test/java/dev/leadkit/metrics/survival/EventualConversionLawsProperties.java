package dev.leadkit.metrics.survival;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.Segmented;

final class EventualConversionLawsProperties extends LeadKpiContract<Breakdown<EventualConversion.Eventual>> {
    @Override
    protected LeadKpi<Breakdown<EventualConversion.Eventual>> subject() {
        return new Segmented<>(new EventualConversion(30, 2, Resolution.DAY), Grouping.bySource());
    }
}
