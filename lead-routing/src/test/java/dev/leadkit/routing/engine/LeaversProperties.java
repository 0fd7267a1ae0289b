package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Teams in which people come and go. */
final class LeaversProperties {

    private static final List<RepId> ALL =
            IntStream.range(0, 7).mapToObj(i -> new RepId("rep-" + i)).toList();

    private static RoutingPlan plan(Random random) {
        PlanBuilder plan = RoutingPlan.builder("inbound", "v" + random.nextInt())
                .queue("waiting")
                .ranking(random.nextBoolean() ? "fairShare" : "smoothWeighted");
        List<RepId> team = new ArrayList<>(ALL);
        team.removeIf(rep -> random.nextInt(3) == 0);
        RepId first = team.isEmpty() ? ALL.get(0) : team.remove(0);
        plan.rep(Rep.of(first.value(), 1_000).weighing(1 + random.nextInt(60)));
        team.forEach(rep -> {
            Rep made = Rep.of(rep.value(), 1 + random.nextInt(30)).weighing(1 + random.nextInt(60));
            plan.rep(random.nextInt(4) == 0 ? made.inactive() : made);
        });
        return plan.build();
    }

    private static List<Long> lags(AssignmentLedger ledger, List<RepId> reps) {
        return ledger.standings("inbound", reps).stream().map(Standing::lag).toList();
    }

    @Property(tries = 300)
    void theLagsOfThoseInThePlanAddUpToNothingWhoeverComesAndGoes(@ForAll long seed) {
        Random random = new Random(seed);
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(plan(random), ledger, seed);
        for (int i = 0; i < 120; i++) {
            if (random.nextInt(12) == 0) {
                change(router, plan(random), ledger);
            }
            router.route(Leads.lead("lead-" + i, "DE"), Leads.NOW);
            List<RepId> team = router.plan().reps().stream().map(Rep::id).toList();
            assertThat(lags(ledger, team).stream().mapToLong(lag -> lag).sum()).isZero();
        }
    }

    /** Who left has nothing, newcomers and active ones what was left to them by weight, inactive ones what they had. */
    private static void change(Router router, RoutingPlan next, AssignmentLedger ledger) {
        List<Long> before = lags(ledger, ALL);
        long left = 0;
        long weights = 0;
        for (int i = 0; i < ALL.size(); i++) {
            left += next.rep(ALL.get(i)).isEmpty() ? before.get(i) : 0;
            weights += next.rep(ALL.get(i)).filter(Rep::active).map(Rep::weight).orElse(0);
        }
        router.activate(next);
        List<Long> after = lags(ledger, ALL);
        for (int i = 0; i < ALL.size(); i++) {
            int weight =
                    next.rep(ALL.get(i)).filter(Rep::active).map(Rep::weight).orElse(0);
            boolean stays = next.rep(ALL.get(i)).isPresent();
            double part = (double) left * weight / weights;
            assertThat(after.get(i) - (stays ? before.get(i) : 0) - part).isBetween(-9.0, 9.0);
            assertThat(weight > 0 || after.get(i).equals(stays ? before.get(i) : 0L))
                    .isTrue();
        }
    }
}
