package dev.leadkit.metrics.consent;

import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.kit.KpiContract;
import dev.leadkit.metrics.segment.Breakdown;
import java.time.Duration;
import net.jqwik.api.Arbitrary;

final class ConsentRatesLawsProperties extends KpiContract<ConsentFacts, Counts, Breakdown<ConsentRates.Rates>> {
    @Override
    protected Kpi<ConsentFacts, Counts, Breakdown<ConsentRates.Rates>> subject() {
        return new ConsentRates(Duration.ofDays(1));
    }

    @Override
    protected Arbitrary<ConsentFacts> facts() {
        return ConsentArbitraries.facts();
    }
}
