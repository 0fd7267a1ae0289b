package dev.leadkit.scoring.explain;

import dev.leadkit.condition.Condition;
import dev.leadkit.lead.Points;
import java.util.List;

/**
 * One way in which a rule or a disqualifier can turn out.
 *
 * @param holding what is true then
 * @param failing what is false or unknown then
 * @param points what it is worth then
 */
record Outcome(List<Condition> holding, List<Condition> failing, Points points) {

    static Outcome holding(Condition when, Points points) {
        return new Outcome(List.of(when), List.of(), points);
    }

    static Outcome failing(List<Condition> all) {
        return new Outcome(List.of(), all, Points.ZERO);
    }
}
