package dev.leadkit.metrics.health;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;

final class DataFaultsLawsProperties extends LeadKpiContract<DataFaults.Found> {
    @Override
    protected LeadKpi<DataFaults.Found> subject() {
        return new DataFaults();
    }
}
