package dev.leadkit.scoring.learn;

import java.util.Map;
import java.util.Set;

/** How a learner was set up; checked by its builder. */
record Settings(
        OddsScale scale,
        int decimals,
        double penalty,
        int leastBin,
        int leastOutcomes,
        int folds,
        long seed,
        boolean requireLater,
        Map<String, Trend> trends,
        Set<String> late,
        Set<String> insisted) {

    Settings {
        trends = Map.copyOf(trends);
        late = Set.copyOf(late);
        insisted = Set.copyOf(insisted);
    }
}
