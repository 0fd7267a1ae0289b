package dev.leadkit.routing.model;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.WhenAllAway;
import dev.leadkit.routing.model.PlanBuilder.Placed;
import dev.leadkit.routing.territory.Territory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a plan may say and probably does not mean, because leads would wait for nobody or reps for nothing. */
final class PlanWarnings {

    private final PlanBuilder plan;
    private final List<Rep> regular;
    private final Faults warnings = new Faults();

    PlanWarnings(PlanBuilder plan) {
        this.plan = plan;
        this.regular = plan.reps.stream()
                .map(Placed::part)
                .filter(rep -> rep.active() && !plan.backups.contains(rep.id()))
                .toList();
    }

    List<Fault> list() {
        plan.territories.warnings().forEach(warnings);
        if (plan.strategy == null) {
            territories();
            plan.requirements.forEach(this::requirement);
        }
        plan.work.forEach(this::work);
        plan.reps.forEach(this::rep);
        standIns();
        return warnings.list();
    }

    /** Reps serve what is within their territories, down to one that is exclusive. */
    private void territories() {
        List<Territory> all = plan.territories.territories();
        Map<String, Territory> byId = new HashMap<>();
        all.forEach(territory -> byId.put(territory.id(), territory));
        Set<String> served = new HashSet<>();
        regular.forEach(rep -> served.addAll(rep.territories()));
        if (served.contains(Rep.EVERYWHERE)) {
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            Territory territory = all.get(i);
            boolean hasWayIn =
                    !territory.criteria().isEmpty() || !territory.entries().isEmpty();
            if (hasWayIn && !isServed(territory, byId, served)) {
                warn(
                        "$.territories[" + i + "]",
                        "a territory that an active rep serves",
                        "\"" + territory.id() + "\"",
                        "Leads of it wait until an escalation lets others take them.");
            }
        }
    }

    private static boolean isServed(Territory territory, Map<String, Territory> byId, Set<String> served) {
        Set<String> seen = new HashSet<>();
        return Stream.iterate(
                        Optional.of(territory),
                        Optional::isPresent,
                        each -> each.filter(within -> !within.exclusive())
                                .flatMap(Territory::parent)
                                .flatMap(parent -> Optional.ofNullable(byId.get(parent)))
                                .filter(parent -> seen.add(parent.id())))
                .anyMatch(each -> served.contains(each.orElseThrow().id()));
    }

    private void requirement(Placed<Requirement> placed) {
        String skill = placed.part().skill();
        int best = regular.stream().mapToInt(rep -> rep.level(skill)).max().orElse(0);
        if (best < placed.part().level()) {
            warn(
                    placed.path() + ".level",
                    "a level that an active rep has, " + best + " at most",
                    Integer.toString(placed.part().level()),
                    "Leads that require " + skill + " so well wait.");
        }
    }

    private void work(Placed<WorkKind> placed) {
        WorkKind work = placed.part();
        int most = regular.stream()
                .mapToInt(rep -> rep.capacity(work.name()))
                .max()
                .orElse(0);
        if (most < work.units()) {
            warn(
                    placed.path() + ".units",
                    "at most the greatest capacity of an active rep, " + most,
                    Integer.toString(work.units()),
                    "Nobody ever has room for such a lead.");
        }
    }

    private void rep(Placed<Rep> placed) {
        Rep rep = placed.part();
        boolean hasRoom = rep.capacity() > 0
                || plan.work.stream().anyMatch(each -> rep.capacity(each.part().name()) > 0);
        if (rep.active() && !hasRoom) {
            warn(placed.path() + ".capacity", "more than 0 for some kind of work", "0", rep.id() + " gets no leads.");
        }
    }

    private void standIns() {
        for (Placed<Escalation> each : plan.escalations) {
            each.part().to().forEach(rep -> standIn(each.path() + ".to", rep));
        }
        if (plan.availability.answer() instanceof WhenAllAway.FallbackRep fallback) {
            standIn("$.whenAllAway.rep", fallback.rep());
        }
    }

    private void standIn(String path, RepId id) {
        boolean active = plan.reps.stream()
                .map(Placed::part)
                .anyMatch(rep -> rep.active() && rep.id().equals(id));
        if (!active) {
            warn(path, "an active rep", "\"" + id + "\"", id + " takes no leads now.");
        }
    }

    private void warn(String path, String rule, String was, String hint) {
        warnings.accept(new Fault(path, rule, was, hint));
    }
}
