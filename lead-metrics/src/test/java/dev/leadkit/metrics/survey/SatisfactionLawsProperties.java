package dev.leadkit.metrics.survey;

import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.kit.KpiContract;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouped;
import net.jqwik.api.Arbitrary;

final class SatisfactionLawsProperties extends KpiContract<SurveyFacts, Counts, Breakdown<Opinion>> {
    @Override
    protected Kpi<SurveyFacts, Counts, Breakdown<Opinion>> subject() {
        return new Grouped<>(new Satisfaction(5), "source");
    }

    @Override
    protected Arbitrary<SurveyFacts> facts() {
        return SurveyArbitraries.facts();
    }
}
