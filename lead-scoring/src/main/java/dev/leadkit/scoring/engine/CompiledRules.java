package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.index.ConditionIndex;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The rules of a model, ready to be applied; each is known by its place in the model. Immutable and thread-safe. */
final class CompiledRules {

    private final ConditionRules conditions;
    private final EachRules interactions;
    private final Map<Integer, ConditionRules.Entry> condition;
    private final Map<Integer, EachRule> each;
    private final Map<Integer, GuardedRule> custom;

    private CompiledRules(Compiler from) {
        this.conditions = new ConditionRules(from.conditions.values());
        this.condition = Map.copyOf(from.conditions);
        this.interactions = new EachRules(List.copyOf(from.each.values()));
        this.each = Map.copyOf(from.each);
        this.custom = Map.copyOf(from.custom);
    }

    static CompiledRules of(ScoringModel model, RuleRegistry registry) {
        Compiler compiler = new Compiler(registry);
        for (int d = 0; d < model.dimensions().size(); d++) {
            Dimension dimension = model.dimensions().get(d);
            for (int r = 0; r < dimension.rules().size(); r++) {
                compiler.path = "dimensions[" + d + "].rules[" + r + "]";
                compiler.add(dimension, dimension.rules().get(r));
            }
        }
        compiler.faults.refuseIfAny("scoring model " + model.ref());
        return new CompiledRules(compiler);
    }

    void apply(Facts facts, Hits hits, Consumer<Fault> problems) {
        conditions.apply(facts, hits, problems);
        interactions.apply(facts, hits, problems);
        custom.values().forEach(rule -> rule.apply(facts, hits, problems));
    }

    ConditionIndex<?> index() {
        return conditions.index();
    }

    ConditionRules.Entry condition(int rule) {
        return known(condition, rule);
    }

    EachRule each(int rule) {
        return known(each, rule);
    }

    GuardedRule custom(int rule) {
        return known(custom, rule);
    }

    private static <T> T known(Map<Integer, T> rules, int rule) {
        T found = rules.get(rule);
        if (found == null) {
            throw new IllegalStateException("rule " + rule + " must be of that kind");
        }
        return found;
    }

    private static final class Compiler {

        private final RuleRegistry registry;
        private final Faults faults = new Faults();
        private final SortedMap<Integer, ConditionRules.Entry> conditions = new TreeMap<>();
        private final SortedMap<Integer, EachRule> each = new TreeMap<>();
        private final Map<Integer, GuardedRule> custom = new HashMap<>();
        private String path = "";
        private int ordinal;

        private Compiler(RuleRegistry registry) {
            this.registry = registry;
        }

        private void add(Dimension dimension, ScoringRule rule) {
            int place = ordinal++;
            String name = dimension.name() + "." + rule.id();
            if (rule instanceof ConditionRule condition) {
                conditions.put(
                        place,
                        new ConditionRules.Entry(
                                place,
                                name,
                                condition.when(),
                                condition.points().units()));
            } else if (rule instanceof InteractionRule interactions) {
                each.put(place, new EachRule(place, name, interactions));
            } else if (rule instanceof CustomRule named) {
                addCustom(place, name, named);
            }
        }

        private void addCustom(int place, String name, CustomRule rule) {
            if (!registry.names().contains(rule.custom())) {
                faults.accept(new Fault(
                        path + ".custom",
                        "a rule of the registry",
                        "\"" + rule.custom() + "\"",
                        Suggestion.of(rule.custom(), registry.names())));
                return;
            }
            try {
                custom.put(place, new GuardedRule(place, name, registry.make(rule.custom(), rule.with())));
            } catch (IllegalArgumentException e) {
                faults.accept(new Fault(
                        path + ".with",
                        "acceptable to the rule",
                        rule.with().keySet().toString(),
                        message(e)));
            }
        }

        private static String message(IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
