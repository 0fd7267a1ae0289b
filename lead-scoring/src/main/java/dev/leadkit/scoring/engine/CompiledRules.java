package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.LeadZone;
import dev.leadkit.condition.index.ConditionIndex;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.scoring.model.Case;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Rule;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The rules of a model, ready to be applied; each is known by its place in the model. Immutable and thread-safe. */
final class CompiledRules {

    private final Map<Integer, List<ConditionEntry>> condition;
    private final Map<Integer, EachRule> each;
    private final Map<Integer, GuardedRule> custom;
    private final List<EachRule> regular;
    private final EachRules irregular;
    private final ConditionIndex<ConditionEntry> index;

    /** The place of each entry of the index; none for one that gives nothing. */
    private final int[] placeOf;

    private CompiledRules(Compiler from, LeadZone zone, Settlement settlement, boolean memo) {
        this.condition = from.conditions.stream().collect(Collectors.groupingBy(ConditionEntry::place));
        this.each = Map.copyOf(from.each);
        this.custom = Map.copyOf(from.custom);
        this.regular = from.each.values().stream().filter(EachRule::isRegular).toList();
        this.irregular = new EachRules(
                from.each.values().stream().filter(rule -> !rule.isRegular()).toList());
        this.placeOf = from.conditions.stream()
                .mapToInt(entry -> entry.units() == 0 ? -1 : entry.place())
                .toArray();
        this.index = ConditionIndex.<ConditionEntry>builder(from.conditions, ConditionEntry::when)
                .weights(
                        settlement.accounts(),
                        entry -> settlement.account(entry.place()),
                        entry -> settlement.limited(entry.place(), entry.units()))
                .filters(regular.stream().map(EachRule::filter).toList())
                .keepFacts(!custom.isEmpty() || !irregular.isEmpty())
                .memo(memo)
                .zone(zone)
                .build();
    }

    static CompiledRules of(ScoringModel model, RuleRegistry registry, Settlement settlement, boolean memo) {
        Compiler compiler = new Compiler(registry);
        for (int d = 0; d < model.dimensions().size(); d++) {
            Dimension dimension = model.dimensions().get(d);
            for (int r = 0; r < dimension.rules().size(); r++) {
                compiler.path = "dimensions[" + d + "].rules[" + r + "]";
                compiler.add(dimension, dimension.rules().get(r));
            }
        }
        for (Disqualifier each : model.grading().disqualifiers()) {
            compiler.add(each);
        }
        compiler.faults.refuseIfAny("scoring model " + model.ref());
        return new CompiledRules(compiler, model.zone(), settlement, memo);
    }

    /** The conditions of rules and disqualifiers, with their units added up by account. */
    ConditionIndex<ConditionEntry> index() {
        return index;
    }

    /** The interaction rules whose interactions the index tells of, in the order of its filters. */
    List<EachRule> regular() {
        return regular;
    }

    /** Turns numbers of entries into their places, without those that give nothing; tells the new end. */
    int places(int[] entries, int end) {
        int left = 0;
        for (int i = 0; i < end; i++) {
            int place = placeOf[entries[i]];
            entries[left] = place;
            left += place < 0 ? 0 : 1;
        }
        return left;
    }

    /** As {@link ScoringEngine#validUntil(Facts)}. */
    Optional<Instant> validUntil(Facts facts) {
        Instant told = validUntilByCode(facts);
        if (isPast(told, facts)) {
            return Optional.of(facts.asOf());
        }
        Instant atLatest = index.validUntil(facts).filter(told::isAfter).orElse(told);
        EachHorizon horizon = new EachHorizon(facts, atLatest);
        each.values().forEach(horizon::add);
        return Optional.of(horizon.next()).filter(at -> at.isBefore(Instant.MAX));
    }

    /** The soonest instant that a custom rule tells; no further one is asked after one that is past. */
    private Instant validUntilByCode(Facts facts) {
        Instant soonest = Instant.MAX;
        for (GuardedRule rule : custom.values()) {
            Instant told = rule.validUntil(facts);
            soonest = told.isBefore(soonest) ? told : soonest;
            if (isPast(soonest, facts)) {
                break;
            }
        }
        return soonest;
    }

    /** Never of the end of time, which stands for ever. */
    private static boolean isPast(Instant told, Facts facts) {
        return told.isBefore(Instant.MAX) && !told.isAfter(facts.asOf());
    }

    /** What hangs on the custom rules, as far as they say. */
    long reachOfCode() {
        return custom.values().stream().mapToLong(GuardedRule::reach).sum();
    }

    /** Whether there are rules that look at the facts themselves. */
    boolean needsFacts() {
        return !custom.isEmpty() || !irregular.isEmpty();
    }

    /** Applies the rules that look at the facts themselves; tells the units that hang on custom rules which could not be judged. */
    long apply(Facts facts, Hits hits, Consumer<Fault> problems) {
        irregular.apply(facts, hits, problems);
        long unjudged = 0;
        for (GuardedRule rule : custom.values()) {
            unjudged += rule.apply(facts, hits, problems);
        }
        return unjudged;
    }

    /** The cases of a condition rule, of a number rule, or of a disqualifier. */
    List<ConditionEntry> conditions(int place) {
        return known(condition, place);
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
        private final List<ConditionEntry> conditions = new ArrayList<>();
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
            for (Case way : rule.cases()) {
                conditions.add(
                        new ConditionEntry(place, name, way.when(), way.points().units()));
            }
            if (rule instanceof InteractionRule interactions) {
                each.put(place, new EachRule(place, name, interactions));
            } else if (rule instanceof CustomRule named) {
                addCustom(place, name, named);
            }
        }

        /** A disqualifier gives one unit, which says no more than that it holds. */
        private void add(Disqualifier disqualifier) {
            String name = "disqualify." + disqualifier.id();
            conditions.add(new ConditionEntry(ordinal++, name, disqualifier.when(), 1));
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
                Rule code = registry.make(rule.custom(), rule.with());
                custom.put(
                        place, new GuardedRule(place, name, code, code.reach().units()));
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
