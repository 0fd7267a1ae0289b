package dev.leadkit.lifecycle;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.Stage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which stages there are, and which moves between them. A table and nothing else: it does not move leads by itself.
 * Immutable and thread-safe; the same facts always get the same verdict.
 */
public final class Lifecycle {

    private final Map<Stage, StageKind> stages;
    private final Map<Stage, Map<Stage, Transition>> ways;
    private final Stage initial;

    Lifecycle(Map<Stage, StageKind> stages, Collection<Transition> transitions) {
        this.stages = new LinkedHashMap<>(stages);
        this.ways = new LinkedHashMap<>();
        this.initial = of(StageKind.OPEN).get(0);
        transitions.forEach(way ->
                ways.computeIfAbsent(way.from(), from -> new LinkedHashMap<>()).put(way.to(), way));
    }

    /**
     * Starts an empty table.
     *
     * @return a new builder
     */
    public static LifecycleBuilder builder() {
        return new LifecycleBuilder();
    }

    /**
     * The usual life of a business lead: new, contacted, mql, sql, opportunity, converted; beside them recycled and lost.
     *
     * <p>A lead may skip steps forward, be converted from every step, and be recycled or lost from every step with a
     * reason. There is no way back but by being recycled, so that every figure counts a step once for each round. A
     * recycled lead goes on at any step but new; a lost one must be recycled first; a converted one stays so. That sales
     * accepted a lead is its assignment, not a stage of its own.
     *
     * @return the standard table
     */
    public static Lifecycle standard() {
        return StandardTable.lifecycle();
    }

    /**
     * Where a captured lead begins.
     *
     * @return the first open stage
     */
    public Stage initial() {
        return initial;
    }

    /**
     * Where a lead goes that becomes a customer.
     *
     * @return the only stage of its kind
     */
    public Stage won() {
        return of(StageKind.WON).get(0);
    }

    /**
     * Where a lead goes that is given up.
     *
     * @return the only stage of its kind
     */
    public Stage lost() {
        return of(StageKind.LOST).get(0);
    }

    /**
     * The steps that figures count: who reached one also passed those before it.
     *
     * @return the open stages in order, then the won one
     */
    public List<Stage> funnel() {
        return stages.keySet().stream()
                .filter(stage -> stages.get(stage) == StageKind.OPEN || stages.get(stage) == StageKind.WON)
                .sorted((a, b) -> Boolean.compare(stages.get(a) == StageKind.WON, stages.get(b) == StageKind.WON))
                .toList();
    }

    private List<Stage> of(StageKind kind) {
        return stages.keySet().stream()
                .filter(stage -> stages.get(stage) == kind)
                .toList();
    }

    /**
     * All stages.
     *
     * @return the stages, in the order in which they were declared
     */
    public List<Stage> stages() {
        return List.copyOf(stages.keySet());
    }

    /**
     * What a stage means.
     *
     * @param stage any stage
     * @return its kind, or empty if this lifecycle does not have it
     */
    public Optional<StageKind> kind(Stage stage) {
        return Optional.ofNullable(stages.get(stage));
    }

    /**
     * All moves that are allowed.
     *
     * @return the transitions, by the stage they start from
     */
    public List<Transition> transitions() {
        return ways.values().stream().flatMap(to -> to.values().stream()).toList();
    }

    /**
     * Whether a lead may move. Changes nothing.
     *
     * @param facts the lead at the moment of the move
     * @param to the stage it is to enter
     * @param reason why, as told; blank where there is none
     * @return allowed, or refused with every reason
     */
    public Verdict move(Facts facts, Stage to, String reason) {
        Faults faults = new Faults();
        Optional<Stage> from = facts.lead().stage();
        if (from.isEmpty()) {
            faults.accept(new Fault("stage", "known", "", "The lead was not captured by then."));
        } else {
            transition(from.get(), to, faults).ifPresent(way -> check(way, facts, reason, faults));
        }
        return from.isPresent() && faults.isEmpty()
                ? new Verdict.Allowed(from.get(), to)
                : new Verdict.Refused(faults.list());
    }

    private Optional<Transition> transition(Stage from, Stage to, Faults faults) {
        Map<Stage, Transition> open = ways.getOrDefault(from, Map.of());
        if (!stages.containsKey(to)) {
            faults.accept(
                    new Fault("stage", "a stage of the lifecycle", quoted(to), Suggestion.of(to.name(), names())));
        } else if (!stages.containsKey(from)) {
            faults.accept(new Fault(
                    "stage",
                    "moved from a stage of the lifecycle",
                    quoted(from),
                    "The lead is in a stage unknown here."));
        } else if (!open.containsKey(to)) {
            faults.accept(new Fault("stage", "one that " + from + " leads to", quoted(to), ways(from, open)));
        }
        return Optional.ofNullable(open.get(to));
    }

    private static void check(Transition way, Facts facts, String reason, Faults faults) {
        if (way.reasonRequired() && reason.isBlank()) {
            faults.accept(new Fault("reason", "given for " + way, ""));
        }
        way.guard().ifPresent(guard -> checkGuard(way, guard, facts, faults));
    }

    private static void checkGuard(Transition way, Condition guard, Facts facts, Faults faults) {
        Faults problems = new Faults();
        Truth truth = guard.evaluate(facts, problems);
        if (truth != Truth.TRUE) {
            String value = truth == Truth.FALSE ? "false" : "unknown";
            faults.accept(new Fault("stage", "moved " + way + " only where " + guard, value));
            problems.list().forEach(faults);
        }
    }

    private static String ways(Stage from, Map<Stage, Transition> open) {
        return open.isEmpty()
                ? "Nothing follows " + from + "."
                : "From " + from + ": "
                        + String.join(
                                ", ", open.keySet().stream().map(Stage::name).toList()) + ".";
    }

    private List<String> names() {
        return stages.keySet().stream().map(Stage::name).toList();
    }

    private static String quoted(Stage stage) {
        return "\"" + stage + "\"";
    }
}
