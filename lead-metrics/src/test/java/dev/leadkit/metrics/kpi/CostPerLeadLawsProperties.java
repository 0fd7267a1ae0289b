package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.Tally;
import dev.leadkit.metrics.kit.KpiContract;
import java.util.SortedMap;

final class CostPerLeadLawsProperties extends KpiContract<Tally<SpendCount>, SortedMap<String, Breakdown>> {
    @Override
    protected Kpi<Tally<SpendCount>, SortedMap<String, Breakdown>> subject() {
        return SpendPer.lead(Spends.SOME);
    }
}
