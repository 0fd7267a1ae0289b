package dev.leadkit.routing.model;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.PlanBuilder.Placed;
import dev.leadkit.routing.territory.Territory;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds everything that keeps the parts of a plan from being a plan. */
final class PlanCheck {

    /** Looking for what was meant costs time for each name; nobody reads more hints than this. */
    private static final int MOST_HINTS = 20;

    private final PlanBuilder plan;
    private final List<String> stages;
    private final Set<String> ids = new TreeSet<>();
    private final Faults faults = new Faults();
    private int hints;

    PlanCheck(PlanBuilder plan) {
        this.plan = plan;
        this.stages = PlanDefaults.stages(plan);
        plan.ids().forEach(id -> ids.add(id.value()));
    }

    static void refuse(List<Fault> found) {
        Faults all = new Faults();
        found.forEach(all);
        all.refuseIfAny("routing plan");
    }

    List<Fault> faults(RoutingRegistry registry) {
        plan.territories.faults().forEach(faults);
        plan.availability.faults(plan.ids()).forEach(faults);
        requirements();
        reps();
        method(registry);
        escalations();
        backups();
        waitingHours();
        if (plan.queue == null || plan.queue.isBlank()) {
            faults.accept(new Fault(
                    "$.queue", "the name of a queue", quoted(plan.queue), "Leads that nobody can take wait there."));
        }
        return faults.list();
    }

    private void requirements() {
        Set<String> known = new TreeSet<>();
        plan.reps.forEach(rep -> known.addAll(rep.part().skills().keySet()));
        for (Placed<Requirement> each : plan.requirements) {
            String skill = each.part().skill();
            if (!known.contains(skill)) {
                faults.accept(new Fault(
                        each.path() + ".skill",
                        "a skill that some rep has",
                        quoted(skill),
                        Suggestion.of(skill, known)));
            }
        }
    }

    private void reps() {
        size();
        Set<String> seen = new HashSet<>();
        Collection<String> known = new TreeSet<>();
        plan.territories.territories().stream().map(Territory::id).forEach(known::add);
        for (Placed<Rep> each : plan.reps) {
            unique(each.path() + ".id", each.part().id().value(), seen);
            served(each, known);
            capacities(each);
        }
    }

    private void capacities(Placed<Rep> placed) {
        Set<String> known = new TreeSet<>(Set.of(WorkKind.USUAL));
        plan.work.forEach(each -> known.add(each.part().name()));
        for (String kind : placed.part().capacities().keySet()) {
            if (!known.contains(kind)) {
                faults.accept(new Fault(
                        placed.path() + ".capacities",
                        "kinds of work of the plan",
                        quoted(kind),
                        Suggestion.of(kind, known)));
            }
        }
    }

    private void size() {
        int count = plan.reps.size();
        boolean nobody =
                plan.reps.stream().map(Placed::part).noneMatch(rep -> rep.active() && !plan.backups.contains(rep.id()));
        if (nobody) {
            String was =
                    count == 0 ? "nobody" : count + (plan.backups.isEmpty() ? " inactive" : ", inactive or backups");
            faults.accept(new Fault("$.reps", "at least one active rep", was, "Every lead would wait in the queue."));
        }
        if (count > RoutingPlan.MOST_REPS) {
            faults.add("$.reps", "at most " + RoutingPlan.MOST_REPS + " reps", String.valueOf(count));
        }
    }

    private void served(Placed<Rep> placed, Collection<String> known) {
        Rep rep = placed.part();
        String path = placed.path() + ".territories";
        for (String territory : rep.territories()) {
            if (!known.contains(territory) && !territory.equals(Rep.EVERYWHERE)) {
                faults.accept(
                        new Fault(path, "territories of the plan", quoted(territory), Suggestion.of(territory, known)));
            }
        }
        if (rep.territories().isEmpty() && stages.contains(BuiltIn.TERRITORY)) {
            faults.accept(new Fault(
                    path,
                    "at least one territory",
                    "none",
                    "Name the ones that " + rep.id() + " serves, or \"" + Rep.EVERYWHERE + "\" for everywhere."));
        }
    }

    private void escalations() {
        Duration before = Duration.ZERO;
        for (Placed<Escalation> each : plan.escalations) {
            Duration after = each.part().after();
            if (after.compareTo(before) <= 0) {
                faults.accept(new Fault(each.path() + ".after", "longer than " + before, after.toString(), ""));
            }
            before = after;
            each.part().waives().forEach(stage -> known(each.path() + ".waives", "stages of the plan", stage, stages));
            each.part().to().forEach(rep -> known(each.path() + ".to", "reps of the plan", rep.value(), ids));
        }
    }

    private void known(String path, String what, String name, Collection<String> all) {
        if (!all.contains(name)) {
            String hint = hints++ < MOST_HINTS ? Suggestion.of(name, all) : "";
            faults.accept(new Fault(path, what, quoted(name), hint));
        }
    }

    private void backups() {
        Set<RepId> named = new HashSet<>();
        plan.escalations.forEach(each -> named.addAll(each.part().to()));
        named.addAll(plan.availability.standIns());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < plan.backups.size(); i++) {
            RepId rep = plan.backups.get(i);
            String path = "$.backups[" + i + "]";
            unique(path, rep.value(), seen);
            known(path, "a rep of the plan", rep.value(), ids);
            if (!named.contains(rep)) {
                faults.accept(
                        new Fault(
                                path,
                                "somebody whom an escalation names",
                                quoted(rep.value()),
                                "Name " + rep
                                        + " in \"to\", as a substitute or in \"whenAllAway\": a backup gets no leads otherwise."));
            }
        }
    }

    private void waitingHours() {
        if (plan.waitingHours != null) {
            known("$.waitingHours", "the name of a calendar", plan.waitingHours, plan.availability.calendarNames());
        }
    }

    private void method(RoutingRegistry registry) {
        if (plan.strategy == null) {
            stages();
            registry.unknownParts(stages, PlanDefaults.ranking(plan).orElseThrow(), faults);
            return;
        }
        registry.unknownStrategy(plan.strategy).ifPresent(faults);
        if (plan.stages != null || plan.ranking != null) {
            faults.accept(new Fault(
                    "$.strategy", "alone", quoted(plan.strategy), "A strategy replaces both stages and ranking."));
        }
    }

    private void stages() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            unique("$.stages[" + i + "]", stages.get(i), seen);
        }
        needed(BuiltIn.CAPACITY, true, "No rep is ever given more than the capacity.");
        needed(
                BuiltIn.AVAILABLE,
                PlanDefaults.hasHours(plan),
                "The plan has hours of reps, which nothing would ask for.");
        needed(
                BuiltIn.TERRITORY,
                !plan.territories.isEmpty(),
                "The plan has territories, which nothing would ask for.");
        needed(BuiltIn.SKILLS, !plan.requirements.isEmpty(), "The plan has requirements, which nothing would ask for.");
        if (stages.contains(BuiltIn.TERRITORY) && plan.territories.isEmpty()) {
            faults.accept(new Fault(
                    "$.territories", "at least one territory", "none", "The plan has the stage \"territory\"."));
        }
    }

    private void needed(String stage, boolean when, String why) {
        if (when && !stages.contains(stage)) {
            faults.accept(new Fault("$.stages", "with \"" + stage + "\" among them", stages.toString(), why));
        }
    }

    private void unique(String path, String name, Set<String> seen) {
        if (!seen.add(name)) {
            faults.accept(new Fault(path, "unique", quoted(name), "It is there already."));
        }
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "" : "\"" + text + "\"";
    }
}
