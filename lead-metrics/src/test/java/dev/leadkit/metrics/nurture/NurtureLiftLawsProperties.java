package dev.leadkit.metrics.nurture;

import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.kit.KpiContract;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouped;
import net.jqwik.api.Arbitrary;

final class NurtureLiftLawsProperties extends KpiContract<NurtureFacts, Counts, Breakdown<NurtureLift.Effect>> {
    @Override
    protected Kpi<NurtureFacts, Counts, Breakdown<NurtureLift.Effect>> subject() {
        return new Grouped<>(new NurtureLift(), "sequence");
    }

    @Override
    protected Arbitrary<NurtureFacts> facts() {
        return NurtureArbitraries.facts();
    }
}
