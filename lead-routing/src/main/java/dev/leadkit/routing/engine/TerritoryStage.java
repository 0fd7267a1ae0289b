package dev.leadkit.routing.engine;

import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.Verdict;
import dev.leadkit.routing.territory.Territory;
import dev.leadkit.routing.territory.TerritoryMap;

/**
 * The stage that lets a rep pass who serves the lead's territory or one above it. Of a lead in no territory only reps pass who
 * serve everywhere.
 */
final class TerritoryStage {

    private TerritoryStage() {}

    static Eligibility serving(RoutingPlan plan) {
        TerritoryMap map = TerritoryMap.of(plan.territoryPlan());
        return situation -> {
            int found = map.finder().find(situation.facts(), situation::problem);
            return rep -> serves(rep, map, found) ? Verdict.pass() : Verdict.refuse(() -> words(map, found, rep));
        };
    }

    private static boolean serves(Rep rep, TerritoryMap map, int found) {
        return rep.territories().contains(Territory.EVERYWHERE)
                || (found != TerritoryMap.NONE
                        && rep.territories().stream()
                                .mapToInt(map::number)
                                .anyMatch(served -> map.serves(served, found)));
    }

    private static String words(TerritoryMap map, int found, Rep rep) {
        String where = found == TerritoryMap.NONE ? "in no territory" : "in " + map.id(found);
        String served = rep.territories().isEmpty() ? "none" : String.join(", ", rep.territories());
        return "the lead is " + where + ", " + rep.id() + " serves " + served;
    }
}
