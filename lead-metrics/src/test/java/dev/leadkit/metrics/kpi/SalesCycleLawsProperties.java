package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.Sample;
import dev.leadkit.metrics.kit.KpiContract;

final class SalesCycleLawsProperties extends KpiContract<Sample<Long>, SalesCycle.Lengths> {
    @Override
    protected Kpi<Sample<Long>, SalesCycle.Lengths> subject() {
        return new SalesCycle();
    }
}
