package dev.leadkit.routing.model;

import java.util.List;
import java.util.Optional;

/** What holds where a plan does not say. */
final class PlanDefaults {

    private PlanDefaults() {}

    /** The stages that it names, or all built-in ones that it has use for; none if a strategy routes. */
    static List<String> stages(PlanBuilder plan) {
        if (plan.stages != null || plan.strategy != null) {
            return plan.stages == null ? List.of() : plan.stages;
        }
        return BuiltIn.stages().stream()
                .filter(name -> !name.equals(BuiltIn.TERRITORY) || !plan.territories.isEmpty())
                .filter(name -> !name.equals(BuiltIn.SKILLS) || !plan.requirements.isEmpty())
                .filter(name -> !name.equals(BuiltIn.AVAILABLE) || hasHours(plan))
                .toList();
    }

    static Optional<String> ranking(PlanBuilder plan) {
        return plan.strategy != null
                ? Optional.ofNullable(plan.ranking)
                : Optional.of(plan.ranking == null ? BuiltIn.FAIR_SHARE : plan.ranking);
    }

    /** Whether anything is said of hours or absences; also if it is said wrongly. */
    static boolean hasHours(PlanBuilder plan) {
        return plan.availability.hasReps()
                || !plan.availability.faults(plan.ids()).isEmpty();
    }
}
