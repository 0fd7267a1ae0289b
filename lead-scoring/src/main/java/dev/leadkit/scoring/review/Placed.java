package dev.leadkit.scoring.review;

import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.ArrayList;
import java.util.List;

/** A rule and where it stands in its model. */
record Placed(String path, Dimension dimension, ScoringRule rule) {

    static List<Placed> all(ScoringModel model) {
        List<Placed> rules = new ArrayList<>();
        for (int d = 0; d < model.dimensions().size(); d++) {
            Dimension dimension = model.dimensions().get(d);
            for (int r = 0; r < dimension.rules().size(); r++) {
                String path = "dimensions[" + d + "].rules[" + r + "]";
                rules.add(new Placed(path, dimension, dimension.rules().get(r)));
            }
        }
        return rules;
    }

    /** How a sentence names another rule. */
    String name() {
        return "\"" + rule.id() + "\" (" + path + ")";
    }
}
