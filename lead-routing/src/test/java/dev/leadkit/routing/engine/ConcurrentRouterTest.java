package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConcurrentRouterTest {

    private static final int THREADS = 8;
    private static final int REPS = 20;
    private static final int CAPACITY = 5;

    private final AssignmentLedger ledger = AssignmentLedger.inMemory();

    @ParameterizedTest
    @ValueSource(strings = {"fairShare", "leastLoaded"})
    void manyThreadsFillEveryPlaceAndNeverGoAboveCapacity(String ranking) throws Exception {
        PlanBuilder plan = RoutingPlan.builder(new ModelRef("inbound", "1"))
                .ranking(ranking)
                .queue("waiting");
        IntStream.range(0, REPS)
                .forEach(i -> plan.rep(Rep.of("rep-" + i, CAPACITY).weighing(1 + i % 3)));

        List<Decision> decisions = routeFromManyThreads(plan.build(), 25);

        List<Decision.Assigned> assigned = decisions.stream()
                .filter(Decision.Assigned.class::isInstance)
                .map(Decision.Assigned.class::cast)
                .toList();
        assertThat(decisions).hasSize(THREADS * 25);
        assertThat(assigned).hasSize(REPS * CAPACITY);
        assertThat(assigned)
                .allMatch(each -> ledger.find(each.lead()).orElseThrow().rep().equals(each.rep()));
        List<Standing> standings = ledger.standings(
                "inbound",
                IntStream.range(0, REPS).mapToObj(i -> new RepId("rep-" + i)).toList());
        assertThat(standings).allMatch(each -> each.open() == CAPACITY);
        assertThat(standings.stream().mapToLong(Standing::lag).sum()).isZero();
    }

    /** Each thread has a router of its own, as separate processes on one ledger would. */
    private List<Decision> routeFromManyThreads(RoutingPlan plan, int leads) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<List<Decision>>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                tasks.add(() -> {
                    Router router = Router.of(plan, ledger, 7);
                    start.await();
                    return IntStream.range(0, leads)
                            .mapToObj(lead -> router.route(Leads.lead("lead-" + thread + "-" + lead, "DE"), Leads.NOW))
                            .toList();
                });
            }
            List<Decision> all = new ArrayList<>();
            for (Future<List<Decision>> each : threads.invokeAll(tasks)) {
                all.addAll(each.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
