package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.Interacted;
import dev.leadkit.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Interaction rules that look at the interactions themselves, found by the interaction's type in one pass. Immutable and thread-safe. */
final class EachRules {

    private final List<EachRule> rules;
    private final Map<String, int[]> byType = new HashMap<>();
    private final int[] ofAnyType;

    EachRules(List<EachRule> rules) {
        this.rules = List.copyOf(rules);
        this.ofAnyType = indexes("");
        Set<String> types = new TreeSet<>();
        rules.forEach(rule -> types.addAll(rule.types()));
        types.forEach(type -> byType.put(type, indexes(type)));
    }

    /** Interaction types are never blank, so the empty one finds the rules about any type. */
    private int[] indexes(String type) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Set<String> types = rules.get(i).types();
            if (types.isEmpty() || types.contains(type)) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    void apply(Facts facts, Hits hits, Consumer<Fault> problems) {
        List<Interacted> events = facts.interactions();
        if (rules.isEmpty() || events.isEmpty()) {
            return;
        }
        long[] units = new long[rules.size()];
        EachRule.@Nullable Count[] counts = new EachRule.Count[rules.size()];
        for (int i = events.size() - 1; i >= 0; i--) {
            Interacted event = events.get(i);
            Duration age = EachRule.age(facts, event);
            for (int index : byType.getOrDefault(event.interaction().type(), ofAnyType)) {
                EachRule rule = rules.get(index);
                EachRule.Count count = counts[index];
                if (count == null) {
                    count = rule.count(facts, problems);
                    counts[index] = count;
                }
                units[index] += count.takes(event, age) ? rule.units(age) : 0;
            }
        }
        for (int index = 0; index < units.length; index++) {
            if (units[index] != 0) {
                hits.add(rules.get(index).rule(), units[index]);
            }
        }
    }
}
