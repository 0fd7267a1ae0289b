package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Rule;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** A custom rule that cannot hurt the others: a failure is a fault, and counts nothing. */
record GuardedRule(int rule, String path, Rule code, long reach) {

    private static final long MOST = Points.of(ScoringModel.MOST_POINTS).units();

    Optional<RuleResult> call(Facts facts, Consumer<Fault> problems) {
        return HostCode.call(path, () -> code.apply(facts), problems).filter(result -> isSane(result, problems));
    }

    /** Tells the units that hang on the rule and could not be judged: its reach or none. */
    long apply(Facts facts, Hits hits, Consumer<Fault> problems) {
        Optional<RuleResult> judged = call(facts, problems).filter(RuleResult::isJudged);
        judged.map(result -> result.points().units())
                .filter(units -> units != 0)
                .ifPresent(units -> hits.add(rule, units));
        return judged.isEmpty() ? reach : 0;
    }

    /** Until when its result stays; no later than the moment where it does not say, or fails. */
    Instant validUntil(Facts facts) {
        return call(facts, problem -> {}).map(RuleResult::validUntil).orElse(Instant.MIN);
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
