package dev.leadkit.metrics.cohort;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.segment.PeriodUnit;
import java.time.ZoneId;

final class ClosedConversionLawsProperties extends LeadKpiContract<PeriodFigures> {
    @Override
    protected LeadKpi<PeriodFigures> subject() {
        return new ClosedConversion(new Periods(PeriodUnit.ISO_WEEK, ZoneId.of("America/Sao_Paulo")));
    }
}
