package dev.leadkit.routing.engine;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.Verdict;
import dev.leadkit.routing.skill.Skills;
import dev.leadkit.routing.workload.Capacity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stages of a plan, run in their order. */
final class Stages {

    /** Known to {@link Deliberation} by identity, so that nobody need be asked. */
    static final Eligibility.Check EVERYBODY = rep -> Verdict.pass();

    private final RoutingPlan plan;
    private final List<Rep> reps;

    /** All stages by name in their order; the owner's stage stands for itself, as it asks the others. */
    private final Map<String, Eligibility> stages = new LinkedHashMap<>();

    Stages(RoutingPlan plan, RoutingRegistry registry) {
        this.plan = plan;
        this.reps = plan.reps();
        plan.stages().forEach(name -> stages.put(name, stage(name, registry)));
    }

    private Eligibility stage(String name, RoutingRegistry registry) {
        return switch (name) {
            case BuiltIn.OWNER -> situation -> EVERYBODY;
            case BuiltIn.TERRITORY -> TerritoryStage.serving(plan);
            case BuiltIn.SKILLS -> Skills.required(plan);
            case BuiltIn.CAPACITY -> Capacity.free();
            default -> registry.stage(name).orElseThrow();
        };
    }

    static List<Rep> active(List<Rep> reps, Deliberation deliberation) {
        deliberation.count("pool", reps.size());
        return deliberation.narrow(
                "active", reps, rep -> rep.active() ? Verdict.pass() : Verdict.refuse(() -> rep.id() + " is inactive"));
    }

    List<Rep> run(Deliberation deliberation) {
        Map<String, Eligibility.Check> checks = new LinkedHashMap<>();
        stages.forEach((name, stage) -> checks.put(name, opened(name, stage, deliberation)));
        checks.computeIfPresent(BuiltIn.OWNER, (name, check) -> owner(checks, deliberation));
        List<Rep> left = active(reps, deliberation);
        for (Map.Entry<String, Eligibility.Check> each : checks.entrySet()) {
            left = deliberation.narrow(each.getKey(), left, each.getValue());
        }
        return left;
    }

    private static Eligibility.Check opened(String name, Eligibility stage, Deliberation deliberation) {
        String what = "stage " + name;
        try {
            Eligibility.Check check = Guard.call(what, () -> stage.about(deliberation.situation()));
            return check == EVERYBODY ? check : rep -> tested(what, check, rep, deliberation);
        } catch (Guard.Failure failure) {
            deliberation.note(failure.words());
            return rep -> Verdict.refuse(failure.words());
        }
    }

    private static Verdict tested(String what, Eligibility.Check check, Rep rep, Deliberation deliberation) {
        try {
            return Guard.call(what, () -> check.test(rep));
        } catch (Guard.Failure failure) {
            deliberation.note(failure.words());
            return Verdict.refuse(failure.words());
        }
    }

    private Eligibility.Check owner(Map<String, Eligibility.Check> checks, Deliberation deliberation) {
        Optional<RepId> owner = deliberation.situation().facts().lead().owner();
        if (owner.isEmpty()) {
            return EVERYBODY;
        }
        RepId keeper = owner.get();
        Optional<String> obstacle = obstacle(keeper, checks, deliberation);
        if (obstacle.isPresent()) {
            deliberation.note("its owner " + keeper + " " + obstacle.get());
            return EVERYBODY;
        }
        return rep -> rep.id().equals(keeper)
                ? Verdict.pass()
                : Verdict.refuse(() -> "the lead stays with its owner " + keeper);
    }

    private Optional<String> obstacle(RepId owner, Map<String, Eligibility.Check> checks, Deliberation deliberation) {
        Optional<Rep> rep = plan.rep(owner);
        if (rep.isEmpty() || !rep.get().active()) {
            return Optional.of(rep.isEmpty() ? "is not in the plan" : "is inactive");
        }
        for (Map.Entry<String, Eligibility.Check> each : checks.entrySet()) {
            Verdict verdict = deliberation.alone(rep.get(), each.getValue());
            if (!verdict.passes()) {
                String reason = deliberation.words(each.getKey(), verdict);
                return Optional.of("does not pass " + each.getKey() + ": " + reason);
            }
        }
        return Optional.empty();
    }
}
