package dev.leadkit.metrics.attribution;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.time.Duration;

final class MarkovAttributionLawsProperties extends LeadKpiContract<MarkovCredits> {
    @Override
    protected LeadKpi<MarkovCredits> subject() {
        return new MarkovAttribution(Duration.ofDays(40));
    }
}
