package dev.leadkit.metrics.cohort;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.segment.PeriodUnit;
import java.time.ZoneId;

final class ConversionThroughputLawsProperties extends LeadKpiContract<PeriodFigures> {
    @Override
    protected LeadKpi<PeriodFigures> subject() {
        return new ConversionThroughput(new Periods(PeriodUnit.MONTH, ZoneId.of("Asia/Tokyo")));
    }
}
