package dev.leadkit.lifecycle;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the stages and moves of a {@link Lifecycle}. Not thread-safe. */
public final class LifecycleBuilder {

    private final List<Stage> declared = new ArrayList<>();
    private final Map<Stage, StageKind> stages = new LinkedHashMap<>();
    private final List<Transition> transitions = new ArrayList<>();

    LifecycleBuilder() {}

    /**
     * Declares a step of the funnel; the first one declared is where leads begin.
     *
     * @param stage the next open stage
     * @return this
     */
    public LifecycleBuilder open(Stage stage) {
        return declare(stage, StageKind.OPEN);
    }

    /**
     * Declares a stage for leads that wait.
     *
     * @param stage the stage
     * @return this
     */
    public LifecycleBuilder parked(Stage stage) {
        return declare(stage, StageKind.PARKED);
    }

    /**
     * Declares the stage of converted leads.
     *
     * @param stage the stage
     * @return this
     */
    public LifecycleBuilder won(Stage stage) {
        return declare(stage, StageKind.WON);
    }

    /**
     * Declares the stage of lost leads.
     *
     * @param stage the stage
     * @return this
     */
    public LifecycleBuilder lost(Stage stage) {
        return declare(stage, StageKind.LOST);
    }

    private LifecycleBuilder declare(Stage stage, StageKind kind) {
        declared.add(stage);
        stages.putIfAbsent(stage, kind);
        return this;
    }

    /**
     * Allows a move, without conditions.
     *
     * @param from the stage that is left
     * @param to the stage that is entered
     * @return this
     */
    public LifecycleBuilder allow(Stage from, Stage to) {
        return allow(Transition.of(from, to));
    }

    /**
     * Allows a move.
     *
     * @param transition the move with its guard
     * @return this
     */
    public LifecycleBuilder allow(Transition transition) {
        transitions.add(transition);
        return this;
    }

    /**
     * Makes the lifecycle.
     *
     * @return the lifecycle
     * @throws dev.leadkit.fault.RefusedException unless there is an open stage, exactly one won and exactly one lost
     *     stage, every stage and every move is declared once, every move joins two different declared stages, and every
     *     stage can be reached from the first; all faults at once
     */
    public Lifecycle build() {
        Faults faults = new Faults();
        checkStages(faults);
        checkTransitions(faults);
        checkReach(faults);
        faults.refuseIfAny("lifecycle");
        return new Lifecycle(stages, transitions);
    }

    private void checkStages(Faults faults) {
        Set<Stage> seen = new HashSet<>();
        for (int i = 0; i < declared.size(); i++) {
            if (!seen.add(declared.get(i))) {
                faults.add("stages[" + i + "]", "declared once", quoted(declared.get(i)));
            }
        }
        if (count(StageKind.OPEN) == 0) {
            faults.add("stages", "at least one open stage", "none");
        }
        for (StageKind kind : List.of(StageKind.WON, StageKind.LOST)) {
            if (count(kind) != 1) {
                String rule = "exactly one " + (kind == StageKind.WON ? "won" : "lost") + " stage";
                faults.add("stages", rule, count(kind) == 0 ? "none" : Long.toString(count(kind)));
            }
        }
    }

    private long count(StageKind kind) {
        return stages.values().stream().filter(kind::equals).count();
    }

    private void checkTransitions(Faults faults) {
        Set<List<Stage>> seen = new HashSet<>();
        for (int i = 0; i < transitions.size(); i++) {
            Transition way = transitions.get(i);
            String path = "transitions[" + i + "]";
            checkKnown(path + ".from", way.from(), faults);
            checkKnown(path + ".to", way.to(), faults);
            if (way.from().equals(way.to())) {
                faults.add(path, "between two different stages", quoted(way));
            }
            if (!seen.add(List.of(way.from(), way.to()))) {
                faults.add(path, "declared once", quoted(way));
            }
        }
    }

    private void checkKnown(String path, Stage stage, Faults faults) {
        if (!stages.containsKey(stage)) {
            List<String> names = stages.keySet().stream().map(Stage::name).toList();
            faults.accept(new Fault(path, "a declared stage", quoted(stage), Suggestion.of(stage.name(), names)));
        }
    }

    private void checkReach(Faults faults) {
        Set<Stage> reached = reached();
        for (int i = 0; i < declared.size(); i++) {
            if (!reached.isEmpty() && !reached.contains(declared.get(i))) {
                faults.add("stages[" + i + "]", "reachable from the first open stage", quoted(declared.get(i)));
            }
        }
    }

    private Set<Stage> reached() {
        Deque<Stage> next = new ArrayDeque<>();
        declared.stream()
                .filter(stage -> stages.get(stage) == StageKind.OPEN)
                .findFirst()
                .ifPresent(next::add);
        Set<Stage> reached = new HashSet<>();
        while (!next.isEmpty()) {
            Stage stage = next.remove();
            if (reached.add(stage)) {
                transitions.stream().filter(way -> way.from().equals(stage)).forEach(way -> next.add(way.to()));
            }
        }
        return reached;
    }

    private static String quoted(Object stage) {
        return "\"" + stage + "\"";
    }
}
