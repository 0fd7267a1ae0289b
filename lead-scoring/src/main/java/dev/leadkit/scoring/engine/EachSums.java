package dev.leadkit.scoring.engine;

import dev.leadkit.condition.index.Ages;
import dev.leadkit.condition.index.Evaluation;
import java.util.List;

/** What interaction rules give for one lead after the other, without anything being allocated. For one thread. */
final class EachSums implements Evaluation.Visitor {

    private final EachRule[] rules;
    private final Hits hits;

    /** Tells of the rules that give something. */
    EachSums(List<EachRule> rules, Hits hits) {
        this.rules = rules.toArray(EachRule[]::new);
        this.hits = hits;
    }

    boolean isEmpty() {
        return rules.length == 0;
    }

    @Override
    public void visit(int filter, Ages ages) {
        EachRule rule = rules[filter];
        long units = rule.units(ages);
        if (units != 0) {
            hits.add(rule.rule(), units);
        }
    }
}
