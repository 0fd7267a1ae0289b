package dev.leadkit.metrics.health;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;

final class MergedRecordsLawsProperties extends LeadKpiContract<MergedRecords.Duplicates> {
    @Override
    protected LeadKpi<MergedRecords.Duplicates> subject() {
        return new MergedRecords();
    }
}
