package dev.leadkit.routing.territory;

import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.Situation;
import dev.leadkit.routing.model.Territory;
import dev.leadkit.routing.model.Verdict;
import java.util.List;
import java.util.Optional;

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
        return situation ->
                find(territories, situation).map(Territories::served).orElseGet(Territories::servedEverywhere);
    }

    private static Optional<String> find(List<Territory> territories, Situation situation) {
        for (Territory territory : territories) {
            if (situation.holds(territory.when())) {
                return Optional.of(territory.id());
            }
        }
        return Optional.empty();
    }

    private static Eligibility.Check served(String territory) {
        return rep -> rep.serves(territory)
                ? Verdict.pass()
                : Verdict.refuse(
                        () -> "the lead is in " + territory + ", " + rep.id() + " serves " + list(rep.territories()));
    }

    private static Eligibility.Check servedEverywhere() {
        return rep -> rep.serves(Rep.EVERYWHERE)
                ? Verdict.pass()
                : Verdict.refuse(
                        () -> "the lead is in no territory, " + rep.id() + " serves " + list(rep.territories()));
    }

    private static String list(Iterable<String> territories) {
        String names = String.join(", ", territories);
        return names.isEmpty() ? "none" : names;
    }
}
