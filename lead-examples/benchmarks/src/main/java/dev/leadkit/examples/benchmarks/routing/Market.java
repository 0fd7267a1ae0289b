package dev.leadkit.examples.benchmarks.routing;

import static dev.leadkit.condition.Conditions.field;

import dev.leadkit.condition.Facts;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.WorkKind;
import java.math.BigDecimal;

/**
 * The plan that all of this suite's speeds are about: {@link Ground}, {@link Staff} and 1,000 requirements of a skill each, every lead having
 * two of them. A lead of a large company is {@value #LARGE_UNITS} units of work, any other one. All five stages, fair share.
 *
 * @param reps how many reps, 10,000 at most
 * @param team how many of them serve each territory
 */
record Market(int reps, int team) {

    static final int LARGE_UNITS = 3;
    static final int STANDARD_TEAM = 80;

    private static final int LEVELS = 3;

    static Market of(int reps) {
        return new Market(reps, STANDARD_TEAM);
    }

    Staff staff() {
        return new Staff(reps, team);
    }

    RoutingPlan plan() {
        return parts().build();
    }

    /** Everything that the plan is made of. */
    PlanBuilder parts() {
        PlanBuilder plan = RoutingPlan.builder("market", "1").queue("nobody");
        Ground.territories().forEach(plan::territory);
        for (int i = 0; i < Staff.PRODUCTS; i++) {
            plan.requirement(field(Demand.PRODUCT).is(Staff.product(i)), Staff.product(i), level(i));
        }
        for (int i = 0; i < Staff.LANGUAGES; i++) {
            plan.requirement(field(Demand.LANGUAGE).is(Staff.language(i)), Staff.language(i), 1);
        }
        plan.work(largeCompanies());
        Staff staff = staff();
        Staff.calendars().forEach(plan.availability()::calendar);
        for (int number = 0; number < reps; number++) {
            plan.rep(staff.reps().get(number));
            plan.availability().rep(staff.reps().get(number).id(), staff.hoursOf(number));
        }
        return plan;
    }

    static WorkKind largeCompanies() {
        return new WorkKind(
                WorkKind.USUAL, field(Demand.EMPLOYEES).atLeast(BigDecimal.valueOf(Demand.LARGE)), LARGE_UNITS);
    }

    /** The level that a product asks for. */
    static int level(int product) {
        return 1 + product % LEVELS;
    }

    static int units(Facts lead) {
        boolean large = lead.lead().get(Demand.EMPLOYEES).orElseThrow().intValue() >= Demand.LARGE;
        return large ? LARGE_UNITS : 1;
    }
}
