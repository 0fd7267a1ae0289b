package dev.leadkit.metrics.team;

import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.kit.KpiContract;
import net.jqwik.api.Arbitrary;

final class ResourceAllocationLawsProperties extends KpiContract<Workload, Counts, ResourceAllocation.Allocation> {
    @Override
    protected Kpi<Workload, Counts, ResourceAllocation.Allocation> subject() {
        return new ResourceAllocation();
    }

    @Override
    protected Arbitrary<Workload> facts() {
        return TeamArbitraries.workloads();
    }
}
