package dev.leadkit.metrics.forecast;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;

final class ForecastLawsProperties extends LeadKpiContract<Forecast.Outlook> {
    @Override
    protected LeadKpi<Forecast.Outlook> subject() {
        return new Forecast();
    }
}
