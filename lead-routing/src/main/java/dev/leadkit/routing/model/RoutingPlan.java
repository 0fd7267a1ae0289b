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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a lead, as data. A plan either names ordered stages and a ranking, or one strategy of the host; whoever takes no
 * part is inactive. A plan that exists is right: everything wrong with one is reported at once. Immutable, equal by content
 * and thread-safe; the order in which reps were added makes no difference, that of territories is their priority.
 */
public final class RoutingPlan {

    /** The most reps of a plan. */
    public static final int MOST_REPS = 10_000;

    private final ModelRef ref;
    private final TerritoryPlan territories;
    private final List<Requirement> requirements;
    private final List<WorkKind> work;
    private final List<Escalation> escalations;
    private final Availability availability;
    private final Duration openTime;
    private final SortedMap<RepId, Rep> reps;
    private final List<String> stages;
    private final Optional<String> ranking;
    private final Optional<String> strategy;
    private final String queue;

    private RoutingPlan(Builder from) {
        this.ref = from.ref;
        this.territories = from.territories.build();
        this.requirements = parts(from.requirements);
        this.work = parts(from.work);
        this.escalations = parts(from.escalations);
        this.availability = from.availability.build(from.ids());
        this.openTime = from.openTime;
        this.reps = new TreeMap<>();
        parts(from.reps).forEach(rep -> reps.put(rep.id(), rep));
        this.strategy = Optional.ofNullable(from.strategy);
        this.stages = PlanDefaults.stages(from);
        this.ranking = PlanDefaults.ranking(from);
        this.queue = String.valueOf(from.queue);
    }

    private static <T> List<T> parts(List<Builder.Placed<T>> placed) {
        return placed.stream().map(Builder.Placed::part).toList();
    }

    /**
     * Starts with a plan without anything in it.
     *
     * @param name its name; lags are kept by it, so they outlive a new version
     * @param version its version, as its author writes it
     * @return a new builder
     */
    public static Builder builder(String name, String version) {
        return builder(new ModelRef(name, version));
    }

    /**
     * Starts with a plan without anything in it.
     *
     * @param ref its name and version
     * @return a new builder
     */
    public static Builder builder(ModelRef ref) {
        return new Builder(ref);
    }

    /**
     * Which plan.
     *
     * @return its name and version
     */
    public ModelRef ref() {
        return ref;
    }

    /**
     * The territories.
     *
     * @return the territories in the order of the plan
     */
    public List<Territory> territories() {
        return territories.territories();
    }

    /**
     * The territories with what they have to cover and the fields that they ask.
     *
     * @return all about territories
     */
    public TerritoryPlan territoryPlan() {
        return territories;
    }

    /**
     * The skill requirements.
     *
     * @return the requirements in their order
     */
    public List<Requirement> requirements() {
        return requirements;
    }

    /**
     * The kinds of work.
     *
     * @return the entries in their order; the first one whose condition is true of a lead says how much of what it is
     */
    public List<WorkKind> work() {
        return work;
    }

    /**
     * What changes for leads that wait.
     *
     * @return the escalations, each after a longer time than the one before
     */
    public List<Escalation> escalations() {
        return escalations;
    }

    /**
     * When reps are at work.
     *
     * @return the hours and absences, and what becomes of a lead when everybody is away
     */
    public Availability availability() {
        return availability;
    }

    /**
     * How long a rep must still be at work to be given a lead.
     *
     * @return the time; zero if being there is enough
     */
    public Duration openTime() {
        return openTime;
    }

    /**
     * All reps, the inactive ones too.
     *
     * @return the reps in the order of their identifiers; at least one is active
     */
    public List<Rep> reps() {
        return List.copyOf(reps.values());
    }

    /**
     * The rep of an identifier.
     *
     * @param id which rep
     * @return the rep, or empty if the plan has none
     */
    public Optional<Rep> rep(RepId id) {
        return Optional.ofNullable(reps.get(id));
    }

    /**
     * The stages.
     *
     * @return their names in their order, {@link BuiltIn#CAPACITY} among them; empty if a strategy routes
     */
    public List<String> stages() {
        return stages;
    }

    /**
     * The ranking.
     *
     * @return its name; empty if a strategy routes
     */
    public Optional<String> ranking() {
        return ranking;
    }

    /**
     * The strategy.
     *
     * @return its name; empty if stages and a ranking route
     */
    public Optional<String> strategy() {
        return strategy;
    }

    /**
     * Where leads wait that nobody can take.
     *
     * @return the queue's name
     */
    public String queue() {
        return queue;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoutingPlan that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    private List<Object> content() {
        return List.of(
                ref,
                territories,
                requirements,
                work,
                escalations,
                availability,
                openTime,
                reps,
                stages,
                ranking,
                strategy,
                queue);
    }

    @Override
    public String toString() {
        return "RoutingPlan[" + ref + ", " + reps.size() + " reps]";
    }

    /** Collects a plan. Not thread-safe. */
    public static final class Builder {

        final TerritoryPlan.Builder territories = TerritoryPlan.builder();
        final List<Placed<Requirement>> requirements = new ArrayList<>();
        final List<Placed<WorkKind>> work = new ArrayList<>();
        final List<Placed<Escalation>> escalations = new ArrayList<>();
        final List<Placed<Rep>> reps = new ArrayList<>();

        final Availability.Builder availability = Availability.builder();
        Duration openTime = Duration.ZERO;

        @Nullable List<String> stages;

        @Nullable String ranking;

        @Nullable String strategy;

        @Nullable String queue;

        private final ModelRef ref;
        private @Nullable String place;

        private Builder(ModelRef ref) {
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
        public Builder at(String path) {
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
        public Builder territory(String id, Condition when) {
            return territory(Territory.of(id, when));
        }

        /**
         * Adds a territory behind those already there.
         *
         * @param territory the territory
         * @return this
         */
        public Builder territory(Territory territory) {
            placed().territory(territory);
            return this;
        }

        /**
         * Declares what the territories have to cover.
         *
         * @param criteria as {@link TerritoryPlan.Builder#coverage} has it
         * @return this
         */
        public Builder coverage(Criteria criteria) {
            placed().coverage(criteria);
            return this;
        }

        /**
         * Names the fields that territories ask in place of the standard ones.
         *
         * @param fields the fields
         * @return this
         */
        public Builder territoryFields(TerritoryFields fields) {
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
        public Builder requirement(Condition when, String skill, int level) {
            return requirement(new Requirement(when, skill, level));
        }

        /**
         * Adds a skill requirement.
         *
         * @param requirement the requirement
         * @return this
         */
        public Builder requirement(Requirement requirement) {
            return add("requirements", requirements, requirement);
        }

        /**
         * Adds a kind of work behind those already there.
         *
         * @param kind the kind
         * @return this
         */
        public Builder work(WorkKind kind) {
            return add("work", work, kind);
        }

        /**
         * Adds an escalation behind those already there.
         *
         * @param escalation the escalation
         * @return this
         */
        public Builder escalation(Escalation escalation) {
            return add("escalations", escalations, escalation);
        }

        /**
         * Adds a rep.
         *
         * @param rep the rep
         * @return this
         */
        public Builder rep(Rep rep) {
            return add("reps", reps, rep);
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
        public Builder openTime(Duration time) {
            if (time.isNegative() || !time.equals(Duration.ofSeconds(time.toSeconds()))) {
                throw new IllegalArgumentException("open time must be zero or more whole seconds, was " + time);
            }
            openTime = time;
            return this;
        }

        List<RepId> ids() {
            return reps.stream().map(each -> each.part().id()).toList();
        }

        private <T> Builder add(String list, List<Placed<T>> parts, T part) {
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
        public Builder stages(String... names) {
            stages = List.copyOf(Arrays.asList(names));
            return this;
        }

        /**
         * Names the ranking. Without this it is {@link BuiltIn#FAIR_SHARE}.
         *
         * @param name its name
         * @return this
         */
        public Builder ranking(String name) {
            ranking = name;
            return this;
        }

        /**
         * Names a strategy of the host, which routes in place of stages and a ranking.
         *
         * @param name its name
         * @return this
         */
        public Builder strategy(String name) {
            strategy = name;
            return this;
        }

        /**
         * Names the queue where leads wait that nobody can take.
         *
         * @param name its name; not blank
         * @return this
         */
        public Builder queue(String name) {
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
}
