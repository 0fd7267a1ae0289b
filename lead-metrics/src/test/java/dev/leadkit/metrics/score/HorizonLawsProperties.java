package dev.leadkit.metrics.score;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.time.Duration;

final class HorizonLawsProperties extends LeadKpiContract<Accuracy> {
    @Override
    protected LeadKpi<Accuracy> subject() {
        return ScoreAccuracy.within(Duration.ofDays(9))
                .comparedAt(LeadFactsArbitraries.START.plus(Duration.ofDays(30)));
    }
}
