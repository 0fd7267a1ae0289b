package dev.leadkit.routing.json;

import dev.leadkit.condition.Condition;
import dev.leadkit.json.ConditionJson;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a plan. What cannot be read is a fault, and something harmless takes its place, so that the rest can still be checked
 * and every fault is found at once; a plan with faults is never given out.
 */
final class PlanReader {

    private static final ModelRef UNNAMED = new ModelRef("unnamed", "unnamed");

    private final FieldCatalog catalog;
    private final RoutingRegistry registry;

    PlanReader(FieldCatalog catalog, RoutingRegistry registry) {
        this.catalog = catalog;
        this.registry = registry;
    }

    Optional<RoutingPlan> read(JsonCursor json) {
        if (!json.isObject()) {
            json.fault("an object", "");
            return Optional.empty();
        }
        json.only(
                "format",
                "name",
                "version",
                "territories",
                "coverage",
                "territoryFields",
                "requirements",
                "reps",
                "stages",
                "ranking",
                "strategy",
                "queue");
        json.at("format").oneOf(List.of(RoutingPlanJson.FORMAT));
        RoutingPlan.Builder plan = RoutingPlan.builder(ref(json));
        new TerritoryReader(catalog).read(json, plan);
        json.at("requirements").itemsIfAny().forEach(item -> requirement(item, plan));
        json.at("reps").itemsIfAny().forEach(item -> rep(item, plan));
        method(json, plan);
        json.at("queue").text().ifPresentOrElse(plan::queue, () -> plan.queue(UNNAMED.name()));
        plan.faults(registry).forEach(json::fault);
        return plan.faults(registry).isEmpty() ? Optional.of(plan.build(registry)) : Optional.empty();
    }

    private static ModelRef ref(JsonCursor json) {
        Optional<String> name = json.at("name").text();
        Optional<String> version = json.at("version").text();
        return name.flatMap(known -> version.flatMap(read -> json.make(() -> new ModelRef(known, read))))
                .orElse(UNNAMED);
    }

    private void requirement(JsonCursor json, RoutingPlan.Builder plan) {
        json.only("when", "skill", "level");
        Optional<Condition> when = ConditionJson.read(json.at("when"), catalog);
        int level = json.at("level").integer(Rep.LEAST_LEVEL, Rep.MOST_LEVEL).orElse(Rep.LEAST_LEVEL);
        json.at("skill")
                .text()
                .ifPresent(skill -> json.make(() ->
                        plan.at(json.path()).requirement(when.orElse(new Condition.Any(List.of())), skill, level)));
    }

    private static void rep(JsonCursor json, RoutingPlan.Builder plan) {
        json.only("id", "territories", "skills", "capacity", "weight", "active");
        String id = json.at("id").text().orElse(json.path());
        RepId checked = json.at("id").make(() -> new RepId(id)).orElseGet(() -> new RepId(json.path()));
        NavigableSet<String> territories = new TreeSet<>();
        json.at("territories").itemsIfAny().forEach(item -> item.text().ifPresent(territories::add));
        int capacity = json.at("capacity").integer(0, Rep.MOST_CAPACITY).orElse(0);
        int weight = json.at("weight").isMissing()
                ? 1
                : json.at("weight").integer(1, Rep.MOST_WEIGHT).orElse(1);
        boolean active =
                json.at("active").isMissing() || json.at("active").flag().orElse(true);
        Rep rep = new Rep(checked, territories, skills(json.at("skills")), capacity, weight, active);
        plan.at(json.path()).rep(rep);
    }

    private static SortedMap<String, Integer> skills(JsonCursor json) {
        SortedMap<String, Integer> skills = new TreeMap<>();
        if (!json.isMissing()) {
            json.members().forEach((skill, level) -> {
                if (skill.isBlank()) {
                    level.fault("under a skill's name", "");
                } else {
                    skills.put(
                            skill,
                            level.integer(Rep.LEAST_LEVEL, Rep.MOST_LEVEL).orElse(Rep.LEAST_LEVEL));
                }
            });
        }
        return skills;
    }

    private static void method(JsonCursor json, RoutingPlan.Builder plan) {
        if (!json.at("stages").isMissing()) {
            plan.stages(json.at("stages").items().stream()
                    .flatMap(item -> item.text().stream())
                    .toArray(String[]::new));
        }
        if (!json.at("ranking").isMissing()) {
            json.at("ranking").text().ifPresent(plan::ranking);
        }
        if (!json.at("strategy").isMissing()) {
            json.at("strategy").text().ifPresent(plan::strategy);
        }
    }
}
