package dev.leadkit.metrics.score;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;

final class ScoreAccuracyLawsProperties extends LeadKpiContract<Accuracy> {
    @Override
    protected LeadKpi<Accuracy> subject() {
        return new ScoreAccuracy();
    }
}
