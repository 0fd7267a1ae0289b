package dev.leadkit.routing.territory;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What is wrong with the tree of territories, whatever the leads are. */
final class StructureCheck {

    /** Looking for what was meant costs time for each territory; nobody reads more hints than this. */
    private static final int MOST_HINTS = 20;

    private StructureCheck() {}

    static void check(List<Territory> territories, List<String> paths, Consumer<Fault> faults) {
        Hierarchy hierarchy = new Hierarchy(territories);
        Set<String> seen = new HashSet<>();
        int hints = 0;
        for (int i = 0; i < territories.size(); i++) {
            Territory territory = territories.get(i);
            String path = paths.get(i);
            if (!seen.add(territory.id())) {
                faults.accept(new Fault(path + ".id", "unique", quoted(territory.id()), "It is there already."));
            }
            String parent = territory.parent().orElse("");
            if (territory.parent().isPresent() && hierarchy.number(parent) == Hierarchy.NONE) {
                String hint = hints++ < MOST_HINTS ? Suggestion.of(parent, ids(territories)) : "";
                faults.accept(new Fault(path + ".parent", "a territory of the plan", quoted(parent), hint));
            }
            if (hierarchy.isOnCircle(i)) {
                String hint = "Following the parents from " + territory.id() + " leads back to it.";
                faults.accept(new Fault(path + ".parent", "outside of the territory", quoted(parent), hint));
            }
            entries(territory, path, faults);
        }
    }

    private static List<String> ids(List<Territory> territories) {
        return territories.stream().map(Territory::id).toList();
    }

    private static void entries(Territory territory, String path, Consumer<Fault> faults) {
        for (int i = 0; i < territory.entries().size(); i++) {
            if (territory.entries().get(i).criteria().isEmpty()) {
                String hint = "Leave all entries out for one that asks what the territory's criteria say.";
                faults.accept(new Fault(path + ".entries[" + i + "]", "with at least one criterion", "empty", hint));
            }
        }
    }

    static void warn(List<Territory> territories, List<String> paths, Hierarchy hierarchy, Consumer<Fault> warnings) {
        Set<Integer> parents = new HashSet<>();
        for (int i = 0; i < territories.size(); i++) {
            parents.add(hierarchy.parent(i));
        }
        for (int i = 0; i < territories.size(); i++) {
            Territory territory = territories.get(i);
            if (territory.entries().isEmpty() && territory.criteria().isEmpty() && !parents.contains(i)) {
                warnings.accept(new Fault(
                        paths.get(i),
                        "with criteria, entries or territories within it",
                        "empty",
                        "No lead falls into it."));
            }
        }
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
