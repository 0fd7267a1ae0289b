package dev.leadkit.metrics.survey;

import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.kit.KpiContract;
import net.jqwik.api.Arbitrary;

final class PromoterScoreLawsProperties extends KpiContract<SurveyFacts, Counts, Opinion> {
    @Override
    protected Kpi<SurveyFacts, Counts, Opinion> subject() {
        return new PromoterScore();
    }

    @Override
    protected Arbitrary<SurveyFacts> facts() {
        return SurveyArbitraries.facts();
    }
}
