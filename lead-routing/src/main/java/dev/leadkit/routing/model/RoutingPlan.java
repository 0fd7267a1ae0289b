package dev.leadkit.routing.model;

import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.Availability;
import dev.leadkit.routing.territory.Territory;
import dev.leadkit.routing.territory.TerritoryPlan;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final SortedSet<RepId> backups;
    private final Optional<String> waitingHours;
    private final SortedMap<RepId, Rep> reps;
    private final List<String> stages;
    private final Optional<String> ranking;
    private final Optional<String> strategy;
    private final String queue;

    RoutingPlan(PlanBuilder from) {
        this.ref = from.ref;
        this.territories = from.territories.build();
        this.requirements = parts(from.requirements);
        this.work = parts(from.work);
        this.escalations = parts(from.escalations);
        this.availability = from.availability.build(from.ids());
        this.openTime = from.openTime;
        this.backups = Collections.unmodifiableSortedSet(new TreeSet<>(from.backups));
        this.waitingHours = Optional.ofNullable(from.waitingHours);
        this.reps = new TreeMap<>();
        parts(from.reps).forEach(rep -> reps.put(rep.id(), rep));
        this.strategy = Optional.ofNullable(from.strategy);
        this.stages = PlanDefaults.stages(from);
        this.ranking = PlanDefaults.ranking(from);
        this.queue = String.valueOf(from.queue);
    }

    private static <T> List<T> parts(List<PlanBuilder.Placed<T>> placed) {
        return placed.stream().map(PlanBuilder.Placed::part).toList();
    }

    /**
     * Starts with a plan without anything in it.
     *
     * @param name its name; lags are kept by it, so they outlive a new version
     * @param version its version, as its author writes it
     * @return a new builder
     */
    public static PlanBuilder builder(String name, String version) {
        return builder(new ModelRef(name, version));
    }

    /**
     * Starts with a plan without anything in it.
     *
     * @param ref its name and version
     * @return a new builder
     */
    public static PlanBuilder builder(ModelRef ref) {
        return new PlanBuilder(ref);
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
     * Who gets no new leads but those that escalate to the rep, or when everybody is away and the rep stands in. A backup keeps the own leads,
     * may be a substitute, and gets what a {@link Continuity} of the host gives the rep.
     *
     * @return some of the reps
     */
    public SortedSet<RepId> backups() {
        return backups;
    }

    /**
     * In which calendar's open time waiting counts for {@link Escalation#after} and {@link Requirement#dropAfter}.
     *
     * @return the calendar's name; empty if it counts day and night
     */
    public Optional<String> waitingHours() {
        return waitingHours;
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
                backups,
                waitingHours,
                reps,
                stages,
                List.of(ranking, strategy, queue));
    }

    @Override
    public String toString() {
        return "RoutingPlan[" + ref + ", " + reps.size() + " reps]";
    }
}
