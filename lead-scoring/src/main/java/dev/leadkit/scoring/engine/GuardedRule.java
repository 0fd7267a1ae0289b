package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Rule;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.Optional;
import java.util.function.Consumer;

/** A custom rule that cannot hurt the others: a failure is a fault, and counts nothing. */
record GuardedRule(int rule, String path, Rule code) {

    private static final long MOST = Points.of(ScoringModel.MOST_POINTS).units();

    Optional<RuleResult> call(Facts facts, Consumer<Fault> problems) {
        return HostCode.call(path, () -> code.apply(facts), problems).filter(result -> isSane(result, problems));
    }

    void apply(Facts facts, Hits hits, Consumer<Fault> problems) {
        call(facts, problems)
                .map(result -> result.points().units())
                .filter(units -> units != 0)
                .ifPresent(units -> hits.add(rule, units));
    }

    private boolean isSane(RuleResult result, Consumer<Fault> problems) {
        long units = result.points().units();
        boolean sane = units >= -MOST && units <= MOST;
        if (!sane) {
            problems.accept(HostCode.fault(path, result.points() + " points"));
        }
        return sane;
    }
}
