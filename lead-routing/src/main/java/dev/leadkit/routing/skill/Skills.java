package dev.leadkit.routing.skill;

import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.Verdict;
import java.util.List;

/** Skills as a stage. */
public final class Skills {

    private Skills() {}

    /**
     * The stage that lets a rep pass who has, of every requirement of the plan whose condition is true, the skill at the
     * required level or higher. A lead that requires nothing lets everybody pass.
     *
     * @param plan the plan
     * @return the stage, thread-safe
     */
    public static Eligibility required(RoutingPlan plan) {
        List<Requirement> requirements = plan.requirements();
        return situation -> {
            List<Requirement> required = requirements.stream()
                    .filter(requirement -> situation.holds(requirement.when()))
                    .toList();
            return rep -> test(rep, required);
        };
    }

    private static Verdict test(Rep rep, List<Requirement> required) {
        for (Requirement requirement : required) {
            if (rep.level(requirement.skill()) < requirement.level()) {
                return Verdict.refuse(() -> words(rep, required));
            }
        }
        return Verdict.pass();
    }

    /** Every lacking skill: whoever mends only the first one named would be refused again. */
    private static String words(Rep rep, List<Requirement> required) {
        List<String> lacking = required.stream()
                .filter(requirement -> rep.level(requirement.skill()) < requirement.level())
                .map(requirement ->
                        requirement.skill() + " at level " + requirement.level() + " is required, " + rep.id() + " has "
                                + (rep.level(requirement.skill()) == 0 ? "none" : rep.level(requirement.skill())))
                .toList();
        return String.join("; ", lacking);
    }
}
