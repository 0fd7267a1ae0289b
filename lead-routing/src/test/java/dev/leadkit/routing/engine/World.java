package dev.leadkit.routing.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Reps, and leads that come one after the other. Leads of country B require a skill; those of country C are in no territory. A
 * lead's fate after its decision is to stay, or to be done with at once.
 */
record World(List<Rep> reps, List<Arrival> arrivals, String ranking, long seed) {

    private static final List<String> COUNTRIES = List.of("A", "B", "C");

    /** A lead that comes: from which country, owned by which rep (or none, if there is no such), and whether it is soon done. */
    record Arrival(int country, int owner, boolean done) {}

    static Arbitrary<World> any() {
        return Combinators.combine(
                        rep().list().ofMinSize(1).ofMaxSize(7),
                        arrival().list().ofMaxSize(25),
                        Arbitraries.of("fairShare", "leastLoaded"),
                        Arbitraries.longs())
                .as((reps, arrivals, ranking, seed) -> new World(numbered(reps), arrivals, ranking, seed));
    }

    private static Arbitrary<Rep> rep() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "*"),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(true, true, true, false))
                .as((territory, level, capacity, weight, active) -> {
                    Rep rep = Rep.of("any", capacity).serving(territory).weighing(weight);
                    Rep skilled = level == 0 ? rep : rep.skilled("german", level);
                    return active ? skilled : skilled.inactive();
                });
    }

    private static Arbitrary<Arrival> arrival() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.of(true, false, false))
                .as(Arrival::new);
    }

    /** The last one always makes the plan a right one: somebody is active and has the skill. */
    private static List<Rep> numbered(List<Rep> reps) {
        List<Rep> named = new ArrayList<>();
        for (Rep rep : reps) {
            named.add(new Rep(
                    new RepId("rep-" + named.size()),
                    rep.territories(),
                    rep.skills(),
                    rep.capacity(),
                    rep.weight(),
                    rep.active()));
        }
        named.add(Rep.of("rep-" + named.size(), 2).serving("a").skilled("german", 1));
        return named;
    }

    RoutingPlan plan(List<Rep> anyOrder) {
        return parts(anyOrder).build();
    }

    PlanBuilder parts(List<Rep> anyOrder) {
        PlanBuilder plan = RoutingPlan.builder(new ModelRef("world", "1"))
                .territory("a", field(COUNTRY).is("A"))
                .territory("b", field(COUNTRY).is("B"))
                .requirement(field(COUNTRY).is("B"), "german", 2)
                .ranking(ranking)
                .queue("waiting");
        anyOrder.forEach(plan::rep);
        return plan;
    }

    LeadHistory lead(int index) {
        Arrival arrival = arrivals.get(index);
        LeadHistory lead = Leads.lead("lead-" + index, COUNTRIES.get(arrival.country()));
        return arrival.owner() < reps.size() ? Leads.owned(lead, "rep-" + arrival.owner(), 1) : lead;
    }

    /** Routes all leads on a ledger, one after the other. */
    List<Decision> route(RoutingPlan plan, AssignmentLedger ledger) {
        Router router = Router.of(plan, ledger, seed);
        return IntStream.range(0, arrivals.size())
                .mapToObj(i -> finished(router, router.route(lead(i), Leads.NOW), arrivals.get(i)))
                .toList();
    }

    static Decision finished(Router router, Decision decision, Arrival arrival) {
        if (decision instanceof Decision.Assigned assigned && arrival.done()) {
            router.release(assigned.lead(), assigned.token());
        }
        return decision;
    }

    /** Whether a rep may take a lead, in the plainest words. */
    boolean fits(Rep rep, Arrival arrival, AssignmentLedger ledger) {
        String territory = List.of("a", "b", "none").get(arrival.country());
        boolean serves =
                rep.territories().contains(territory) || rep.territories().contains("*");
        boolean skilled = arrival.country() != 1 || rep.level("german") >= 2;
        return rep.active() && serves && skilled && standing(rep, ledger).open() < rep.capacity();
    }

    static Standing standing(Rep rep, AssignmentLedger ledger) {
        return ledger.standings("world", List.of(rep.id())).get(0);
    }

    List<Standing> standings(AssignmentLedger ledger) {
        return ledger.standings("world", reps.stream().map(Rep::id).toList());
    }
}
