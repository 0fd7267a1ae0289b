package dev.leadkit.metrics.customer;

import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.kit.KpiContract;
import java.util.List;
import net.jqwik.api.Arbitrary;

final class AarrrLawsProperties extends KpiContract<Journey, Counts, List<Aarrr.Step>> {
    @Override
    protected Kpi<Journey, Counts, List<Aarrr.Step>> subject() {
        return new Aarrr();
    }

    @Override
    protected Arbitrary<Journey> facts() {
        return CustomerArbitraries.journeys();
    }
}
