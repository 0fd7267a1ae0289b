package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Random teams whose members are out of office at random times while leads come: what all lags of a team add up to after each lead. */
final class AbsenceHistories {

    private static final String POOL = "team";
    private static final int MOST_REPS = 8;
    private static final int LEADS = 30;
    private static final long LEAD_EVERY = 60;

    private AbsenceHistories() {}

    /** The greatest absolute sum of lags that so many histories ever showed. */
    static long largestSum(int histories) {
        long largest = 0;
        for (int history = 0; history < histories; history++) {
            largest = Math.max(largest, largestSumOf(new SplittableRandom(history)));
        }
        return largest;
    }

    private static long largestSumOf(SplittableRandom chance) {
        RoutingPlan plan = plan(chance);
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(plan, ledger, chance.nextLong());
        List<RepId> reps = plan.reps().stream().map(Rep::id).toList();
        long largest = 0;
        for (int number = 0; number < LEADS; number++) {
            Instant at = Demand.START.plusSeconds(LEAD_EVERY * number);
            Lead lead = Lead.builder(new LeadId("lead" + number)).build();
            router.route(RoutingRequest.of(Facts.of(lead, at), 0));
            long sum = ledger.standings(POOL, reps).stream()
                    .mapToLong(Standing::lag)
                    .sum();
            largest = Math.max(largest, Math.abs(sum));
        }
        return largest;
    }

    private static RoutingPlan plan(SplittableRandom chance) {
        PlanBuilder plan = RoutingPlan.builder(POOL, "1").queue("away");
        int size = 1 + chance.nextInt(MOST_REPS);
        for (int i = 0; i < size; i++) {
            Rep rep = Rep.of("rep" + i, 1 + chance.nextInt(LEADS)).weighing(1 + chance.nextInt(20));
            plan.rep(rep);
            plan.availability().rep(rep.id(), hours(chance));
        }
        return plan.build();
    }

    /** Now here, now away, each for up to ten minutes. */
    private static RepHours hours(SplittableRandom chance) {
        RepHours hours = RepHours.ALWAYS;
        Instant back = Demand.START;
        Instant end = Demand.START.plusSeconds(LEAD_EVERY * LEADS);
        while (back.isBefore(end)) {
            Instant from = back.plus(some(chance));
            back = from.plus(some(chance));
            hours = hours.away(new OutOfOffice(from, back, Optional.empty(), OutOfOffice.Kind.HARD));
        }
        return hours;
    }

    private static Duration some(SplittableRandom chance) {
        return Duration.ofSeconds(1 + chance.nextInt(600));
    }
}
