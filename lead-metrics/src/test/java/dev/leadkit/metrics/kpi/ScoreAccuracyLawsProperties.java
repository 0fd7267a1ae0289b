package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.kit.KpiContract;

final class ScoreAccuracyLawsProperties extends KpiContract<ScoredOutcomes, ScoreAccuracy.Accuracy> {
    @Override
    protected Kpi<ScoredOutcomes, ScoreAccuracy.Accuracy> subject() {
        return new ScoreAccuracy();
    }
}
