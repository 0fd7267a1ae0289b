package dev.leadkit.routing.model;

import dev.leadkit.condition.Condition;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.Availability;
import dev.leadkit.routing.territory.Criteria;
import dev.leadkit.routing.territory.Territory;
import dev.leadkit.routing.territory.TerritoryFields;
import dev.leadkit.routing.territory.TerritoryPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link RoutingPlan}, where each was read from among them. Not thread-safe. */
public final class PlanBuilder {

    final TerritoryPlan.Builder territories = TerritoryPlan.builder();
    final List<Placed<Requirement>> requirements = new ArrayList<>();
    final List<Placed<WorkKind>> work = new ArrayList<>();
    final List<Placed<Escalation>> escalations = new ArrayList<>();
    final List<Placed<Rep>> reps = new ArrayList<>();

    final Availability.Builder availability = Availability.builder();
    final List<RepId> backups = new ArrayList<>();
    Duration openTime = Duration.ZERO;

    @Nullable String waitingHours;

    @Nullable List<String> stages;

    @Nullable String ranking;

    @Nullable String strategy;

    @Nullable String queue;

    final ModelRef ref;
    private @Nullable String place;

    PlanBuilder(ModelRef ref) {
        this.ref = ref;
    }

    /** A part and the path where it stands, for faults. */
    record Placed<T>(String path, T part) {}

    /**
     * Says where the next part stands, for faults about it; without this, as in {@code $.reps[2]}.
     *
     * @param path a JSON path
     * @return this
     */
    public PlanBuilder at(String path) {
        place = path;
        return this;
    }

    /**
     * Adds a territory behind those already there.
     *
     * @param id its identifier
     * @param when which leads fall into it
     * @return this
     * @throws IllegalArgumentException if the identifier is blank or {@link Rep#EVERYWHERE}
     */
    public PlanBuilder territory(String id, Condition when) {
        return territory(Territory.of(id, when));
    }

    /**
     * Adds a territory behind those already there.
     *
     * @param territory the territory
     * @return this
     */
    public PlanBuilder territory(Territory territory) {
        placed().territory(territory);
        return this;
    }

    /**
     * Declares what the territories have to cover.
     *
     * @param criteria as {@link TerritoryPlan.Builder#coverage} has it
     * @return this
     */
    public PlanBuilder coverage(Criteria criteria) {
        placed().coverage(criteria);
        return this;
    }

    /**
     * Names the fields that territories ask in place of the standard ones.
     *
     * @param fields the fields
     * @return this
     */
    public PlanBuilder territoryFields(TerritoryFields fields) {
        territories.fields(fields);
        return this;
    }

    private TerritoryPlan.Builder placed() {
        if (place != null) {
            territories.at(place);
            place = null;
        }
        return territories;
    }

    /**
     * Adds a skill requirement.
     *
     * @param when which leads require it
     * @param skill the skill
     * @param level the least level
     * @return this
     * @throws IllegalArgumentException if the skill is blank or the level out of its bounds
     */
    public PlanBuilder requirement(Condition when, String skill, int level) {
        return requirement(new Requirement(when, skill, level));
    }

    /**
     * Adds a skill requirement.
     *
     * @param requirement the requirement
     * @return this
     */
    public PlanBuilder requirement(Requirement requirement) {
        return add("requirements", requirements, requirement);
    }

    /**
     * Adds a kind of work behind those already there.
     *
     * @param kind the kind
     * @return this
     */
    public PlanBuilder work(WorkKind kind) {
        return add("work", work, kind);
    }

    /**
     * Adds an escalation behind those already there.
     *
     * @param escalation the escalation
     * @return this
     */
    public PlanBuilder escalation(Escalation escalation) {
        return add("escalations", escalations, escalation);
    }

    /**
     * Adds a rep.
     *
     * @param rep the rep
     * @return this
     */
    public PlanBuilder rep(Rep rep) {
        return add("reps", reps, rep);
    }

    /**
     * Says that some reps are backups, besides those of whom it was said already.
     *
     * @param ids which reps
     * @return this
     */
    public PlanBuilder backup(String... ids) {
        Arrays.stream(ids).map(RepId::new).forEach(backups::add);
        return this;
    }

    /**
     * Says in which calendar's open time waiting counts. Without this it counts day and night.
     *
     * @param calendar the name of a calendar of {@link #availability}
     * @return this
     */
    public PlanBuilder waitingHours(String calendar) {
        waitingHours = calendar;
        return this;
    }

    /**
     * To say when reps are at work, by the same identifiers.
     *
     * @return a builder of hours and absences; it belongs to this one and is not to be built on its own
     */
    public Availability.Builder availability() {
        return availability;
    }

    /**
     * Says how long a rep must still be at work to be given a lead.
     *
     * @param time the time in whole seconds; not negative
     * @return this
     */
    public PlanBuilder openTime(Duration time) {
        if (time.isNegative() || !time.equals(Duration.ofSeconds(time.toSeconds()))) {
            throw new IllegalArgumentException("open time must be zero or more whole seconds, was " + time);
        }
        openTime = time;
        return this;
    }

    List<RepId> ids() {
        return reps.stream().map(each -> each.part().id()).toList();
    }

    private <T> PlanBuilder add(String list, List<Placed<T>> parts, T part) {
        String path = place == null ? "$." + list + "[" + parts.size() + "]" : place;
        parts.add(new Placed<>(path, part));
        place = null;
        return this;
    }

    /**
     * Names the stages. Without this they are the {@link BuiltIn#stages() built-in} ones that the plan has use for.
     *
     * @param names their names in their order
     * @return this
     */
    public PlanBuilder stages(String... names) {
        stages = List.copyOf(Arrays.asList(names));
        return this;
    }

    /**
     * Names the ranking. Without this it is {@link BuiltIn#FAIR_SHARE}.
     *
     * @param name its name
     * @return this
     */
    public PlanBuilder ranking(String name) {
        ranking = name;
        return this;
    }

    /**
     * Names a strategy of the host, which routes in place of stages and a ranking.
     *
     * @param name its name
     * @return this
     */
    public PlanBuilder strategy(String name) {
        strategy = name;
        return this;
    }

    /**
     * Names the queue where leads wait that nobody can take.
     *
     * @param name its name; not blank
     * @return this
     */
    public PlanBuilder queue(String name) {
        queue = name;
        return this;
    }

    /**
     * Everything that keeps these parts from being a plan.
     *
     * @param registry the host's own names
     * @return the faults with their paths, names of stages, ranking and strategy that nobody knows among them; empty if
     *     the plan can be built
     */
    public List<Fault> faults(RoutingRegistry registry) {
        return new PlanCheck(this).faults(registry);
    }

    /**
     * What a plan of these parts may say and probably does not mean: entries of territories that can never win, territories that nothing falls
     * into or that nobody serves, levels of skills that nobody has, work for which nobody ever has room, reps without room for anything, and
     * stand-ins who are inactive. Backups and inactive reps count as nobody. Of parts that {@link #faults have faults} it may say anything.
     *
     * @return a fault with its path for each; empty if there is nothing to ask
     */
    public List<Fault> warnings() {
        return new PlanWarnings(this).list();
    }

    /**
     * Ends collecting.
     *
     * @param registry the host's own names
     * @return the plan
     * @throws dev.leadkit.fault.RefusedException if anything is wrong with it; every fault at once
     */
    public RoutingPlan build(RoutingRegistry registry) {
        PlanCheck.refuse(faults(registry));
        return new RoutingPlan(this);
    }

    /**
     * Ends collecting a plan that uses {@link BuiltIn} names only, as {@link #build(RoutingRegistry)} does.
     *
     * @return the plan
     */
    public RoutingPlan build() {
        return build(RoutingRegistry.EMPTY);
    }
}
