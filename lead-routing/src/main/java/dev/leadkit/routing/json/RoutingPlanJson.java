package dev.leadkit.routing.json;

import dev.leadkit.fault.Fault;
import dev.leadkit.json.ConditionJson;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Escalation;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.WorkKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The JSON form of routing plans.
 *
 * <pre>{@code
 * {"format": "leadkit.routing/1", "name": "inbound", "version": "7",
 *  "territories": [{"id": "dach", "when": {"field": "country", "in": ["DE", "AT", "CH"]}}],
 *  "requirements": [{"when": {"field": "country", "is": "DE"}, "skill": "german", "level": 3}],
 *  "reps": [{"id": "ann", "territories": ["dach"], "skills": {"german": 5}, "capacity": 40, "weight": 2, "active": true},
 *           {"id": "bob", "territories": ["*"], "capacity": 40}],
 *  "stages": ["owner", "territory", "skills", "capacity"],
 *  "ranking": "fairShare",
 *  "queue": "inbound"}
 * }</pre>
 *
 * <p>May be left out: territories, requirements, a rep's territories (where no stage asks for them), skills, weight (1) and
 * active (true); a requirement's {@code "dropAfter": "PT10M"}, work ({@code {"kind", "when", "units"}}), a rep's capacities in
 * single kinds of work, escalations ({@code {"after", "waives", "to", "queue"}}), backups and waitingHours; stages (all built-in ones that the plan has use for) and ranking (fair share). {@code "strategy": "name"}
 * stands in place of stages and ranking.
 */
public final class RoutingPlanJson {

    /** The format that is read and written. */
    public static final String FORMAT = "leadkit.routing/1";

    private static final String SCHEMA = "routing-plan.schema.json";

    private RoutingPlanJson() {}

    /**
     * Reads a plan.
     *
     * @param document where it is
     * @param catalog the fields that its conditions may ask for
     * @param registry the host's own stages, rankings and strategies
     * @return the plan
     * @throws dev.leadkit.fault.RefusedException if anything is wrong with it: every fault at once, each with its path
     */
    public static RoutingPlan read(JsonDocument document, FieldCatalog catalog, RoutingRegistry registry) {
        return document.as("routing plan", new PlanReader(catalog, registry)::read);
    }

    /**
     * Reads a plan, and tells what it may say and probably does not mean.
     *
     * @param document where it is
     * @param catalog the fields that its conditions may ask for
     * @param registry the host's own stages, rankings and strategies
     * @param warned told each of the {@linkplain dev.leadkit.routing.model.PlanBuilder#warnings() warnings} with its path; nothing if the plan is refused
     * @return the plan
     * @throws dev.leadkit.fault.RefusedException if anything is wrong with it: every fault at once, each with its path
     */
    public static RoutingPlan read(
            JsonDocument document, FieldCatalog catalog, RoutingRegistry registry, Consumer<Fault> warned) {
        PlanReader reader = new PlanReader(catalog, registry);
        RoutingPlan plan = document.as("routing plan", reader::read);
        reader.warnings().forEach(warned);
        return plan;
    }

    /**
     * The JSON Schema of plans, draft 2020-12, for editors and checks; {@code $schema} of a plan may name it. What it cannot say, such
     * as that identifiers are unique or names known, {@link #read} checks.
     *
     * @return the schema as JSON text
     */
    public static String schema() {
        try (InputStream bytes = RoutingPlanJson.class.getResourceAsStream(SCHEMA)) {
            if (bytes == null) {
                throw new IllegalStateException(SCHEMA + " must be beside the classes, was missing");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a plan.
     *
     * @param plan the plan
     * @return a text that {@link #read} reads as an equal plan; the same plan always gives the same text
     */
    public static String write(RoutingPlan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("name", plan.ref().name());
        tree.put("version", plan.ref().version());
        TerritoryWriter.write(plan.territoryPlan(), tree);
        tree.put(
                "requirements",
                plan.requirements().stream().map(RoutingPlanJson::requirement).toList());
        if (!plan.work().isEmpty()) {
            tree.put("work", plan.work().stream().map(RoutingPlanJson::work).toList());
        }
        if (!plan.escalations().isEmpty()) {
            tree.put(
                    "escalations",
                    plan.escalations().stream().map(RoutingPlanJson::escalation).toList());
        }
        AvailabilityWriter availability = new AvailabilityWriter(plan.availability());
        availability.plan(tree);
        if (!plan.openTime().isZero()) {
            tree.put("openTime", plan.openTime().toString());
        }
        plan.waitingHours().ifPresent(calendar -> tree.put("waitingHours", calendar));
        if (!plan.backups().isEmpty()) {
            tree.put("backups", ids(plan.backups()));
        }
        tree.put("reps", plan.reps().stream().map(rep -> rep(rep, availability)).toList());
        if (plan.strategy().isEmpty()) {
            tree.put("stages", plan.stages());
        }
        plan.ranking().ifPresent(name -> tree.put("ranking", name));
        plan.strategy().ifPresent(name -> tree.put("strategy", name));
        tree.put("queue", plan.queue());
        return JsonText.pretty(tree);
    }

    private static Map<String, Object> requirement(Requirement requirement) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("when", ConditionJson.write(requirement.when()));
        tree.put("skill", requirement.skill());
        tree.put("level", requirement.level());
        requirement.dropAfter().ifPresent(time -> tree.put("dropAfter", time.toString()));
        return tree;
    }

    private static Map<String, Object> work(WorkKind kind) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", kind.name());
        tree.put("when", ConditionJson.write(kind.when()));
        tree.put("units", kind.units());
        return tree;
    }

    private static List<String> ids(Collection<RepId> reps) {
        return reps.stream().map(RepId::value).toList();
    }

    private static Map<String, Object> escalation(Escalation escalation) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("after", escalation.after().toString());
        tree.put("waives", List.copyOf(escalation.waives()));
        if (!escalation.to().isEmpty()) {
            tree.put("to", ids(escalation.to()));
        }
        escalation.queue().ifPresent(queue -> tree.put("queue", queue));
        return tree;
    }

    private static Map<String, Object> rep(Rep rep, AvailabilityWriter availability) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", rep.id().value());
        tree.put("territories", List.copyOf(rep.territories()));
        tree.put("skills", new LinkedHashMap<>(rep.skills()));
        tree.put("capacity", rep.capacity());
        tree.put("weight", rep.weight());
        tree.put("active", rep.active());
        if (!rep.capacities().isEmpty()) {
            tree.put("capacities", new LinkedHashMap<>(rep.capacities()));
        }
        availability.rep(rep.id(), tree);
        return tree;
    }
}
