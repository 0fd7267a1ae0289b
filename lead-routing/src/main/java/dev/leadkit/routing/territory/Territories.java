package dev.leadkit.routing.territory;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.Situation;
import dev.leadkit.routing.model.Territory;
import dev.leadkit.routing.model.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Territories as a stage. */
public final class Territories {

    private Territories() {}

    /**
     * The stage that lets a rep pass who serves the lead's territory: the first one of the plan whose condition is true. Of a
     * lead in no territory only reps pass who serve {@link Rep#EVERYWHERE everywhere}.
     *
     * @param plan the plan
     * @return the stage, thread-safe
     */
    public static Eligibility serving(RoutingPlan plan) {
        List<Territory> territories = plan.territories();
        Map<String, Set<RepId>> serving = new HashMap<>();
        territories.forEach(each -> serving.put(each.id(), serving(plan, each.id())));
        serving.put(Rep.EVERYWHERE, serving(plan, Rep.EVERYWHERE));
        return situation -> {
            String found = find(territories, situation);
            return check(found, serving.getOrDefault(found, Set.of()));
        };
    }

    private static Set<RepId> serving(RoutingPlan plan, String territory) {
        return plan.reps().stream()
                .filter(rep -> rep.serves(territory))
                .map(Rep::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String find(List<Territory> territories, Situation situation) {
        for (Territory territory : territories) {
            if (situation.holds(territory.when())) {
                return territory.id();
            }
        }
        return Rep.EVERYWHERE;
    }

    private static Eligibility.Check check(String found, Set<RepId> serving) {
        return rep -> serving.contains(rep.id()) ? Verdict.pass() : Verdict.refuse(() -> words(found, rep));
    }

    private static String words(String found, Rep rep) {
        String where = found.equals(Rep.EVERYWHERE) ? "in no territory" : "in " + found;
        String served = rep.territories().isEmpty() ? "none" : String.join(", ", rep.territories());
        return "the lead is " + where + ", " + rep.id() + " serves " + served;
    }
}
