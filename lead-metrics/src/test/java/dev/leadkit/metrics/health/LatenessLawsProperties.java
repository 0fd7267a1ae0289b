package dev.leadkit.metrics.health;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;

final class LatenessLawsProperties extends LeadKpiContract<Lateness.Delays> {
    @Override
    protected LeadKpi<Lateness.Delays> subject() {
        return new Lateness();
    }
}
