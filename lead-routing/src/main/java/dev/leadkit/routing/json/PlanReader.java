package dev.leadkit.routing.json;

import dev.leadkit.condition.Condition;
import dev.leadkit.fault.Fault;
import dev.leadkit.json.ConditionJson;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Escalation;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.WorkKind;
import java.time.Duration;
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

    static final String[] PLAN = {
        "$schema",
        "format",
        "name",
        "version",
        "territories",
        "coverage",
        "territoryFields",
        "requirements",
        "work",
        "escalations",
        "calendars",
        "whenAllAway",
        "openTime",
        "waitingHours",
        "backups",
        "reps",
        "stages",
        "ranking",
        "strategy",
        "queue"
    };
    static final String[] REQUIREMENT = {"when", "skill", "level", "dropAfter"};
    static final String[] WORK = {"kind", "when", "units"};
    static final String[] ESCALATION = {"after", "waives", "to", "queue"};
    static final String[] REP = {
        "id",
        "territories",
        "skills",
        "capacity",
        "weight",
        "active",
        "capacities",
        "hours",
        "outOfOffice",
        "substitute"
    };
    private static final ModelRef UNNAMED = new ModelRef("unnamed", "unnamed");

    private final FieldCatalog catalog;
    private final RoutingRegistry registry;
    private Optional<PlanBuilder> read = Optional.empty();

    PlanReader(FieldCatalog catalog, RoutingRegistry registry) {
        this.catalog = catalog;
        this.registry = registry;
    }

    Optional<RoutingPlan> read(JsonCursor json) {
        if (!json.isObject()) {
            json.fault("an object", "");
            return Optional.empty();
        }
        json.only(PLAN);
        textIfAny(json.at("$schema"));
        json.at("format").oneOf(List.of(RoutingPlanJson.FORMAT));
        PlanBuilder plan = RoutingPlan.builder(ref(json));
        new TerritoryReader(catalog).read(json, plan);
        json.at("requirements").itemsIfAny().forEach(item -> requirement(item, plan));
        json.at("work").itemsIfAny().forEach(item -> work(item, plan));
        json.at("escalations").itemsIfAny().forEach(item -> escalation(item, plan));
        AvailabilityReader availability = new AvailabilityReader(plan.availability());
        availability.plan(json);
        openTime(json.at("openTime"), plan);
        if (!json.at("waitingHours").isMissing()) {
            json.at("waitingHours").text().ifPresent(plan::waitingHours);
        }
        reps(json.at("backups")).forEach(rep -> plan.backup(rep.value()));
        json.at("reps").itemsIfAny().forEach(item -> rep(item, plan, availability));
        method(json, plan);
        json.at("queue").text().ifPresentOrElse(plan::queue, () -> plan.queue(UNNAMED.name()));
        List<Fault> found = plan.faults(registry);
        found.forEach(json::fault);
        read = found.isEmpty() ? Optional.of(plan) : Optional.empty();
        return found.isEmpty() ? Optional.of(plan.build(registry)) : Optional.empty();
    }

    /** What the plan that was read may say and probably does not mean. */
    List<Fault> warnings() {
        return read.map(PlanBuilder::warnings).orElse(List.of());
    }

    private static void textIfAny(JsonCursor json) {
        if (!json.isMissing()) {
            json.text();
        }
    }

    private static ModelRef ref(JsonCursor json) {
        Optional<String> name = json.at("name").text();
        Optional<String> version = json.at("version").text();
        return name.flatMap(known -> version.flatMap(read -> json.make(() -> new ModelRef(known, read))))
                .orElse(UNNAMED);
    }

    private void requirement(JsonCursor json, PlanBuilder plan) {
        json.only(REQUIREMENT);
        Condition when = when(json);
        int level = json.at("level").integer(Rep.LEAST_LEVEL, Rep.MOST_LEVEL).orElse(Rep.LEAST_LEVEL);
        Optional<Duration> drop = time(json.at("dropAfter"));
        json.at("skill")
                .text()
                .ifPresent(skill ->
                        json.make(() -> plan.at(json.path()).requirement(new Requirement(when, skill, level, drop))));
    }

    private Condition when(JsonCursor json) {
        return ConditionJson.read(json.at("when"), catalog).orElse(new Condition.Any(List.of()));
    }

    /** A time of waiting, if there is one. */
    private static Optional<Duration> time(JsonCursor json) {
        Optional<Duration> time = json.isMissing() ? Optional.empty() : json.duration();
        if (time.filter(each -> each.isZero() || each.compareTo(Requirement.LONGEST_WAIT) > 0)
                .isPresent()) {
            json.fault("longer than nothing and at most " + Requirement.LONGEST_WAIT, "");
            return Optional.empty();
        }
        return time;
    }

    private static void openTime(JsonCursor json, PlanBuilder plan) {
        if (!json.isMissing()) {
            json.duration().ifPresent(time -> json.make(() -> plan.openTime(time)));
        }
    }

    private void work(JsonCursor json, PlanBuilder plan) {
        json.only(WORK);
        Condition when = when(json);
        int units = json.at("units").isMissing()
                ? 1
                : json.at("units").integer(1, Rep.MOST_CAPACITY).orElse(1);
        json.at("kind")
                .text()
                .ifPresent(kind -> json.make(() -> plan.at(json.path()).work(new WorkKind(kind, when, units))));
    }

    private static void escalation(JsonCursor json, PlanBuilder plan) {
        json.only(ESCALATION);
        if (json.at("after").isMissing()) {
            json.at("after").fault("a time of waiting, such as \"PT30M\"", "");
        }
        NavigableSet<String> waives = new TreeSet<>();
        json.at("waives").itemsIfAny().forEach(item -> item.text().ifPresent(waives::add));
        Optional<String> queue = json.at("queue").isMissing()
                ? Optional.empty()
                : json.at("queue").text();
        NavigableSet<RepId> to = new TreeSet<>(reps(json.at("to")));
        time(json.at("after"))
                .ifPresent(after ->
                        json.make(() -> plan.at(json.path()).escalation(new Escalation(after, waives, to, queue))));
    }

    private static List<RepId> reps(JsonCursor json) {
        return json.itemsIfAny().stream()
                .flatMap(item -> item.text().flatMap(id -> item.make(() -> new RepId(id))).stream())
                .toList();
    }

    private static void rep(JsonCursor json, PlanBuilder plan, AvailabilityReader availability) {
        json.only(REP);
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
        Rep rep = new Rep(
                checked,
                territories,
                numbers(json.at("skills"), "a skill's", Rep.LEAST_LEVEL, Rep.MOST_LEVEL),
                capacity,
                weight,
                active,
                numbers(json.at("capacities"), "a kind of work's", 0, Rep.MOST_CAPACITY));
        plan.at(json.path()).rep(rep);
        availability.rep(json, checked);
    }

    private static SortedMap<String, Integer> numbers(JsonCursor json, String whose, int least, int most) {
        SortedMap<String, Integer> numbers = new TreeMap<>();
        if (!json.isMissing()) {
            json.members().forEach((name, number) -> {
                if (name.isBlank()) {
                    number.fault("under " + whose + " name", "");
                } else {
                    numbers.put(name, number.integer(least, most).orElse(least));
                }
            });
        }
        return numbers;
    }

    private static void method(JsonCursor json, PlanBuilder plan) {
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
