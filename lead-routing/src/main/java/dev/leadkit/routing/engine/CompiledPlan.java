package dev.leadkit.routing.engine;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.index.ConditionIndex;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.Draw;
import dev.leadkit.routing.model.Escalation;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.WorkKind;
import dev.leadkit.routing.territory.TerritoryMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A plan made ready to decide fast: its reps are numbers in the order of their identifiers, who fits what is a set of bits, and
 * every condition stands in one index. Immutable and thread-safe.
 */
final class CompiledPlan {

    private final RoutingPlan plan;
    private final List<Rep> reps;
    private final List<RepId> ids;

    /** The same again: what comes out of a list is cast, and so looked at where it lies, even if it is only handed on. */
    private final RepId[] idOf;

    private final int[] weights;
    private final int[][] capacities;
    private final long[] hashes;
    private final Teams teams;
    private final BitSet preferred;
    private final BitSet backups = new BitSet();
    private final List<BitSet> targets = new ArrayList<>();
    private final WaitingHours waitingHours;
    private final List<String> kinds;
    private final int[] kindOf;

    /** The conditions of the requirements, then those of the kinds of work. */
    private final ConditionIndex<Condition> conditions;

    private final TerritoryMap territories;
    private final PlanStage[] stages;
    private final boolean hasHostCode;
    private final int availablePlace;
    private final List<String> names;
    private final List<String> namesWithAsked;

    CompiledPlan(RoutingPlan plan, RoutingRegistry registry) {
        this.plan = plan;
        this.reps = plan.reps();
        this.ids = reps.stream().map(Rep::id).toList();
        this.idOf = ids.toArray(RepId[]::new);
        this.weights = reps.stream().mapToInt(Rep::weight).toArray();
        this.hashes = ids.stream().mapToLong(id -> Draw.hash(id.value())).toArray();
        plan.backups().forEach(rep -> backups.set(number(rep)));
        this.teams = new Teams(regular(), plan.requirements());
        this.waitingHours = WaitingHours.of(plan);
        targets();
        this.kinds = kinds(plan);
        this.kindOf = plan.work().stream()
                .mapToInt(each -> kinds.indexOf(each.name()))
                .toArray();
        this.capacities = kinds.stream()
                .map(kind -> reps.stream().mapToInt(rep -> rep.capacity(kind)).toArray())
                .toArray(int[][]::new);
        this.preferred = preferred(plan.requirements());
        this.conditions = ConditionIndex.of(conditions(plan), condition -> condition);
        this.territories = TerritoryMap.of(plan.territoryPlan());
        this.stages = plan.stages().stream().map(name -> stage(name, registry)).toArray(PlanStage[]::new);
        this.hasHostCode = hasHostCode(plan, stages);
        this.availablePlace = plan.stages().indexOf(BuiltIn.AVAILABLE);
        this.names = names(plan, List.of("pool", "active"));
        this.namesWithAsked = names(plan, List.of("pool", "active", "asked"));
    }

    /** All reps, the backups among them as if they took no part. */
    private List<Rep> regular() {
        return backups.isEmpty()
                ? reps
                : reps.stream()
                        .map(rep -> plan.backups().contains(rep.id()) ? rep.inactive() : rep)
                        .toList();
    }

    /** To whom a lead escalates when so many escalations are in force, from none to all. */
    private void targets() {
        BitSet those = new BitSet();
        targets.add((BitSet) those.clone());
        for (Escalation each : plan.escalations()) {
            each.to().stream().mapToInt(this::number).filter(this::isActive).forEach(those::set);
            targets.add((BitSet) those.clone());
        }
    }

    private static List<String> kinds(RoutingPlan plan) {
        List<String> kinds = new ArrayList<>(List.of(WorkKind.USUAL));
        plan.work().stream()
                .map(WorkKind::name)
                .filter(name -> !name.equals(WorkKind.USUAL))
                .distinct()
                .forEach(kinds::add);
        return List.copyOf(kinds);
    }

    private static BitSet preferred(List<Requirement> requirements) {
        BitSet preferred = new BitSet();
        IntStream.range(0, requirements.size())
                .filter(i -> requirements.get(i).dropAfter().isPresent())
                .forEach(preferred::set);
        return preferred;
    }

    private static List<Condition> conditions(RoutingPlan plan) {
        List<Condition> all = new ArrayList<>();
        plan.requirements().forEach(each -> all.add(each.when()));
        plan.work().forEach(each -> all.add(each.when()));
        return all;
    }

    private PlanStage stage(String name, RoutingRegistry registry) {
        return switch (name) {
            case BuiltIn.OWNER -> KeeperStage.ofOwner(name);
            case BuiltIn.TERRITORY -> new TerritoryStage(territories, reps, teams);
            case BuiltIn.SKILLS -> new SkillStage();
            case BuiltIn.AVAILABLE ->
                new AvailableStage(plan.availability().timeline(ids).needing(plan.openTime()));
            case BuiltIn.CAPACITY -> new CapacityStage();
            default -> hosts(name, registry);
        };
    }

    private static PlanStage hosts(String name, RoutingRegistry registry) {
        return registry.continuity(name)
                .<PlanStage>map(continuity -> KeeperStage.of(name, continuity))
                .orElseGet(() -> new HostStage(name, registry.stage(name).orElseThrow()));
    }

    private static List<String> names(RoutingPlan plan, List<String> before) {
        List<String> names = new ArrayList<>(before);
        names.addAll(plan.stages());
        plan.strategy().ifPresent(strategy -> names.addAll(List.of(strategy, BuiltIn.CAPACITY)));
        return Collections.unmodifiableList(names);
    }

    RoutingPlan plan() {
        return plan;
    }

    int size() {
        return weights.length;
    }

    Rep rep(int number) {
        return reps.get(number);
    }

    List<RepId> ids() {
        return ids;
    }

    RepId id(int number) {
        return idOf[number];
    }

    /** The number of a rep; negative if the plan does not have the rep. */
    int number(RepId id) {
        return Collections.binarySearch(ids, id);
    }

    /** Whether a rep takes leads at all, if only as a backup. */
    boolean isActive(int number) {
        return teams.everybody().isActive(number)
                || (backups.get(number) && reps.get(number).active());
    }

    boolean isActive(RepId rep) {
        return isActive(number(rep));
    }

    /** The active reps to whom a lead escalates when so many escalations are in force; to be read only. */
    BitSet targets(int reached) {
        return targets.get(reached);
    }

    WaitingHours waitingHours() {
        return waitingHours;
    }

    int weight(int number) {
        return weights[number];
    }

    int capacity(int kind, int number) {
        return capacities[kind][number];
    }

    long hash(int number) {
        return hashes[number];
    }

    /** All reps of the plan. */
    Team everybody() {
        return teams.everybody();
    }

    List<String> kinds() {
        return kinds;
    }

    /** Which kind of work an entry of the plan's is. */
    int kindOf(int work) {
        return kindOf[work];
    }

    Requirement requirement(int number) {
        return plan.requirements().get(number);
    }

    /** Whether a requirement is dropped after some time. */
    boolean isPreferred(int requirement) {
        return preferred.get(requirement);
    }

    int requirements() {
        return plan.requirements().size();
    }

    boolean asksConditions() {
        return kindOf.length + requirements() > 0;
    }

    ConditionIndex<Condition> conditions() {
        return conditions;
    }

    TerritoryMap territories() {
        return territories;
    }

    /** Whether code of the host decides who can take a lead; who should keep one is not among that. */
    boolean hasHostCode() {
        return hasHostCode;
    }

    private static boolean hasHostCode(RoutingPlan plan, PlanStage[] stages) {
        return plan.strategy().isPresent()
                || plan.ranking().filter(BuiltIn.rankings()::contains).isEmpty()
                || Arrays.stream(stages).anyMatch(HostStage.class::isInstance);
    }

    /** Where the stage stands that asks who is at work; negative if there is none. */
    int availablePlace() {
        return availablePlace;
    }

    PlanStage[] stages() {
        return stages;
    }

    /** The names of the stages for counts, those that every plan has in front; {@code asked} if some shall not be asked. */
    List<String> names(boolean asked) {
        return asked ? namesWithAsked : names;
    }
}
