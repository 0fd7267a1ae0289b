package dev.leadkit.routing.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The host's own stages, rankings and strategies that plans may name. Immutable: adding one gives a new registry. */
public final class RoutingRegistry {

    /** The registry without host code: only the {@link BuiltIn} names. */
    public static final RoutingRegistry EMPTY =
            new RoutingRegistry(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    private final SortedMap<String, Eligibility> stages;
    private final SortedMap<String, Continuity> continuities;
    private final SortedMap<String, Ranking> rankings;
    private final SortedMap<String, RoutingStrategy> strategies;

    private RoutingRegistry(
            SortedMap<String, Eligibility> stages,
            SortedMap<String, Continuity> continuities,
            SortedMap<String, Ranking> rankings,
            SortedMap<String, RoutingStrategy> strategies) {
        this.stages = stages;
        this.continuities = continuities;
        this.rankings = rankings;
        this.strategies = strategies;
    }

    /**
     * This registry and one more stage.
     *
     * @param name the name that plans use; not blank
     * @param stage the stage
     * @return the larger registry
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public RoutingRegistry withStage(String name, Eligibility stage) {
        return new RoutingRegistry(
                with(stages, namesOfStages(continuities), name, stage), continuities, rankings, strategies);
    }

    /**
     * This registry and one more stage that keeps leads with somebody.
     *
     * @param name the name that plans use among their stages; not blank
     * @param continuity knows with whom
     * @return the larger registry
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public RoutingRegistry withContinuity(String name, Continuity continuity) {
        return new RoutingRegistry(
                stages, with(continuities, namesOfStages(stages), name, continuity), rankings, strategies);
    }

    private static Collection<String> namesOfStages(SortedMap<String, ?> own) {
        return all(BuiltIn.stages(), own);
    }

    /**
     * This registry and one more ranking.
     *
     * @param name the name that plans use; not blank
     * @param ranking the ranking
     * @return the larger registry
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public RoutingRegistry withRanking(String name, Ranking ranking) {
        return new RoutingRegistry(stages, continuities, with(rankings, BuiltIn.rankings(), name, ranking), strategies);
    }

    /**
     * This registry and one more strategy.
     *
     * @param name the name that plans use; not blank
     * @param strategy the strategy
     * @return the larger registry
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public RoutingRegistry withStrategy(String name, RoutingStrategy strategy) {
        return new RoutingRegistry(stages, continuities, rankings, with(strategies, List.of(), name, strategy));
    }

    /**
     * The host's stage of a name.
     *
     * @param name the name
     * @return the stage, or empty
     */
    public Optional<Eligibility> stage(String name) {
        return Optional.ofNullable(stages.get(name));
    }

    /**
     * The host's stage of a name that keeps leads with somebody.
     *
     * @param name the name
     * @return what knows with whom, or empty
     */
    public Optional<Continuity> continuity(String name) {
        return Optional.ofNullable(continuities.get(name));
    }

    /**
     * The host's ranking of a name.
     *
     * @param name the name
     * @return the ranking, or empty
     */
    public Optional<Ranking> ranking(String name) {
        return Optional.ofNullable(rankings.get(name));
    }

    /**
     * The host's strategy of a name.
     *
     * @param name the name
     * @return the strategy, or empty
     */
    public Optional<RoutingStrategy> strategy(String name) {
        return Optional.ofNullable(strategies.get(name));
    }

    /**
     * The names in a plan that neither this registry nor the library knows.
     *
     * @param plan the plan
     * @return a fault for each, with the likely meant name; empty if all are known
     */
    public List<Fault> unknownIn(RoutingPlan plan) {
        Faults faults = new Faults();
        plan.strategy()
                .ifPresentOrElse(
                        strategy -> unknownStrategy(strategy).ifPresent(faults),
                        () -> unknownParts(plan.stages(), plan.ranking().orElseThrow(), faults));
        return faults.list();
    }

    void unknownParts(List<String> named, String ranking, Faults faults) {
        Collection<String> known = namesOfStages(stages);
        known.addAll(continuities.keySet());
        for (int i = 0; i < named.size(); i++) {
            unknown("$.stages[" + i + "]", named.get(i), known).ifPresent(faults);
        }
        unknown("$.ranking", ranking, all(BuiltIn.rankings(), rankings)).ifPresent(faults);
    }

    Optional<Fault> unknownStrategy(String named) {
        return unknown("$.strategy", named, strategies.keySet());
    }

    private static Optional<Fault> unknown(String path, String name, Collection<String> known) {
        return known.contains(name)
                ? Optional.empty()
                : Optional.of(new Fault(path, "a known name", "\"" + name + "\"", Suggestion.of(name, known)));
    }

    private static Collection<String> all(Collection<String> builtIn, SortedMap<String, ?> own) {
        Collection<String> all = new ArrayList<>(builtIn);
        all.addAll(own.keySet());
        return all;
    }

    private static <T> SortedMap<String, T> with(
            SortedMap<String, T> known, Collection<String> builtIn, String name, T part) {
        requireNonNull(part, "part");
        if (name.isBlank() || known.containsKey(name) || builtIn.contains(name)) {
            throw new IllegalArgumentException("name must be a new text, was \"" + name + "\"");
        }
        SortedMap<String, T> more = new TreeMap<>(known);
        more.put(name, part);
        return more;
    }
}
