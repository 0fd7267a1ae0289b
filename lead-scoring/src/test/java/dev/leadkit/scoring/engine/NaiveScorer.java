package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a model says, rule by rule as its documentation reads, without compiling anything. */
final class NaiveScorer {

    private final ScoringModel model;
    private final RuleRegistry registry;
    private final Facts facts;

    NaiveScorer(ScoringModel model, RuleRegistry registry, Facts facts) {
        this.model = model;
        this.registry = registry;
        this.facts = facts;
    }

    Map<String, Long> dimensions() {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Dimension dimension : model.dimensions()) {
            BigInteger sum = dimension.rules().stream()
                    .map(rule -> BigInteger.valueOf(units(rule)))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            sums.put(dimension.name(), limited(dimension.limits(), sum.longValueExact()));
        }
        return sums;
    }

    long total() {
        return limited(
                model.limits(),
                dimensions().values().stream().mapToLong(Long::longValue).sum());
    }

    private long units(ScoringRule rule) {
        if (rule instanceof ConditionRule condition) {
            boolean holds = condition.when().evaluate(facts, fault -> {}) == Truth.TRUE;
            return holds ? condition.points().units() : 0;
        }
        return rule instanceof CustomRule custom ? custom(custom) : each((InteractionRule) rule);
    }

    private long custom(CustomRule rule) {
        try {
            return registry.make(rule.custom(), rule.with())
                    .apply(facts)
                    .points()
                    .units();
        } catch (IllegalStateException e) {
            return 0;
        }
    }

    private long each(InteractionRule rule) {
        Function<Interaction, Truth> asking = rule.each().asking(fault -> {});
        List<Interacted> counted = facts.interactions().stream()
                .sorted(Comparator.comparing(Interacted::header).reversed())
                .filter(event -> rule.worth()
                        .fading()
                        .within()
                        .map(window -> !event.occurredAt().plus(window).isBefore(facts.asOf()))
                        .orElse(true))
                .filter(event -> asking.apply(event.interaction()) == Truth.TRUE)
                .limit(rule.worth().most().orElse(Integer.MAX_VALUE))
                .toList();
        return limited(
                rule.worth().limits(),
                counted.stream().mapToLong(event -> worth(rule, event)).sum());
    }

    private long worth(InteractionRule rule, Interacted event) {
        Duration age = Duration.between(event.occurredAt(), facts.asOf());
        long fresh = rule.worth().points().units();
        return rule.worth()
                .fading()
                .halfLife()
                .map(halfLife -> new Decay(halfLife).left(fresh, age))
                .orElse(fresh);
    }

    private static long limited(Limits limits, long units) {
        long most = limits.cap().map(cap -> Math.min(cap.units(), units)).orElse(units);
        return limits.floor().map(floor -> Math.max(floor.units(), most)).orElse(most);
    }
}
