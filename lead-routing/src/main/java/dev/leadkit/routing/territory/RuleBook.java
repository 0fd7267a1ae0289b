package dev.leadkit.routing.territory;

import dev.leadkit.condition.Condition;
import dev.leadkit.fault.Fault;
import dev.leadkit.routing.territory.Effect.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The entries of a plan as rules in the order of their precedence. What is wrong with an entry is told, and it is left out. */
final class RuleBook {

    private static final Condition NEVER = new Condition.Any(List.of());

    final Vocabulary vocabulary = new Vocabulary();
    final Hierarchy hierarchy;
    final List<Rule> rules = new ArrayList<>();
    final List<Condition> conditions = new ArrayList<>();
    final Effects effects;

    private final List<Territory> territories;
    private final List<String> paths;
    private final Consumer<Fault> faults;
    private final Map<Condition, Integer> conditionNumbers = new HashMap<>();
    private long cells;

    RuleBook(List<Territory> territories, List<String> paths, Consumer<Fault> faults) {
        this.territories = List.copyOf(territories);
        this.paths = List.copyOf(paths);
        this.faults = faults;
        this.effects = new Effects(vocabulary, faults);
        this.hierarchy = new Hierarchy(territories);
        expand();
        rules.sort(Rule.PRECEDENCE);
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            rule.rank = (long) i << Integer.SIZE | rule.scope.territory();
        }
    }

    private void expand() {
        @Nullable Effect[] effective = new @Nullable Effect[territories.size()];
        int[] priority = new int[territories.size()];
        for (int number : hierarchy.fromTop()) {
            int parent = hierarchy.parent(number);
            Territory territory = territories.get(number);
            Effect above = parent == Hierarchy.NONE ? Effect.NOTHING_ASKED : effective[parent];
            priority[number] = territory.priority().orElse(parent == Hierarchy.NONE ? 0 : priority[parent]);
            if (above != null) {
                Effect own = effects.both(above, territory.criteria(), paths.get(number));
                effective[number] = own;
                if (own != null) {
                    expand(number, own, priority[number]);
                }
            }
        }
    }

    private void expand(int number, Effect effect, int priority) {
        Territory territory = territories.get(number);
        if (territory.entries().isEmpty() && !territory.criteria().isEmpty()) {
            add(number, -1, priority, effect);
        }
        for (int i = 0; i < territory.entries().size(); i++) {
            TerritoryEntry entry = territory.entries().get(i);
            Effect own = effects.both(effect, entry.criteria(), path(number, i));
            if (own != null) {
                add(number, i, entry.priority().orElse(priority), own);
            }
        }
    }

    private void add(int territory, int entry, int priority, Effect effect) {
        if (NEVER.equals(effect.condition())) {
            return;
        }
        long count = 1;
        for (int value = 0; value < Rule.VALUES; value++) {
            count = Math.min(
                    TerritoryPlan.MOST_COMBINATIONS + 1L,
                    count * Math.max(1, effect.values().get(value).length));
        }
        List<Piece> postal = effect.postal();
        cells += count * (postal == null ? 1 : postal.size());
        if (cells > TerritoryPlan.MOST_COMBINATIONS) {
            tooMany(path(territory, entry));
            return;
        }
        Rule.Place place = new Rule.Place(territory, hierarchy.depth(territory), entry);
        Rule.Scope scope = new Rule.Scope(place, priority, effect.values(), effect.size(), number(effect.condition()));
        if (postal == null) {
            rules.add(new Rule(scope));
        } else {
            postal.forEach(piece -> rules.add(new Rule(scope, piece.span(), piece.from(), piece.to())));
        }
    }

    private void tooMany(String path) {
        boolean first = cells < Long.MAX_VALUE / 2;
        cells = Long.MAX_VALUE / 2;
        if (first) {
            faults.accept(new Fault(
                    path,
                    "within " + TerritoryPlan.MOST_COMBINATIONS + " combinations of values in the whole plan",
                    "more",
                    "An entry of 3 countries and 4 industries has 12."));
        }
    }

    private int number(@Nullable Condition condition) {
        if (condition == null) {
            return Rule.NO_CONDITION;
        }
        return conditionNumbers.computeIfAbsent(condition, unknown -> {
            conditions.add(unknown);
            return conditions.size() - 1;
        });
    }

    /** Where an entry stands. */
    String path(int territory, int entry) {
        return entry < 0 ? paths.get(territory) : paths.get(territory) + ".entries[" + entry + "]";
    }

    String path(Rule rule) {
        String path = path(rule.scope.territory(), rule.scope.entry());
        return rule.hasPostal() ? path + ".postalCode" : path;
    }

    /** How a rule is shown: the postal codes, where the entry may have more than one; else its territory. */
    String words(Rule rule) {
        PostalSpan span = rule.span;
        return span == null ? territories.get(rule.scope.territory()).id() : span.text();
    }

    String territory(Rule rule) {
        return territories.get(rule.scope.territory()).id();
    }
}
