package dev.leadkit.metrics.team;

import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.kit.KpiContract;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouped;
import net.jqwik.api.Arbitrary;

final class SupportEfficiencyLawsProperties
        extends KpiContract<SupportContact, Counts, Breakdown<SupportEfficiency.Support>> {
    @Override
    protected Kpi<SupportContact, Counts, Breakdown<SupportEfficiency.Support>> subject() {
        return new Grouped<>(new SupportEfficiency(), "team");
    }

    @Override
    protected Arbitrary<SupportContact> facts() {
        return TeamArbitraries.contacts();
    }
}
