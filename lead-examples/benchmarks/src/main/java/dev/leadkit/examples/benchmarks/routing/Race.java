package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many threads route leads that are too many for the reps: each lead is handed in twice at about the same time, but for every fourth, which is
 * handed in once and given back at once. Each thread keeps books of its own about who has what; whatever contradicts them, while they
 * run or at the end, is a violation.
 */
final class Race {

    private static final int THREADS = 32;
    private static final int GIVEN_BACK = 4;
    private static final String POOL = "race";

    private final AssignmentLedger ledger;
    private final Router router;
    private final List<RepId> reps;
    private final int leads;
    private final int capacity;
    private final AtomicInteger submissions = new AtomicInteger();
    private final AtomicInteger violations = new AtomicInteger();
    private final AtomicInteger queued = new AtomicInteger();
    private final Map<LeadId, Decision.Assigned> owners = new ConcurrentHashMap<>();
    private final Map<RepId, AtomicInteger> loads = new ConcurrentHashMap<>();

    /** As many leads for as many reps, who together have room for about six of ten. */
    Race(AssignmentLedger ledger, int leads, int size) {
        this.ledger = ledger;
        this.leads = leads;
        this.capacity = leads * 3 / 5 / size;
        PlanBuilder plan = RoutingPlan.builder(POOL, "1").queue("full").work(Market.largeCompanies());
        for (int i = 0; i < size; i++) {
            plan.rep(Rep.of("rep" + Ground.digits(i, 5), capacity).weighing(1 + i % 5));
        }
        RoutingPlan built = plan.build();
        this.reps = built.reps().stream().map(Rep::id).toList();
        this.router = Router.of(built, ledger, Floor.SEED);
    }

    /** Runs it; 0 if all is as it should be. */
    int violations() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(this::run));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        checkBooks();
        System.err.printf(
                "%d leads, %d with a rep, %d times nobody had room, %d violations%n",
                leads, owners.size(), queued.get(), violations.get());
        check(queued.get() > 0);
        return violations.get();
    }

    private void run() {
        for (int each = submissions.getAndIncrement(); each < 2 * leads; each = submissions.getAndIncrement()) {
            boolean givenBack = each / 2 % GIVEN_BACK == 0;
            if (!givenBack) {
                submit(Demand.lead(each / 2), false);
            } else if (each % 2 == 0) {
                submit(Demand.lead(each / 2), true);
            }
        }
    }

    private AtomicInteger load(RepId rep) {
        return loads.computeIfAbsent(rep, none -> new AtomicInteger());
    }

    private void submit(Facts lead, boolean giveBack) {
        Decision decision = router.route(RoutingRequest.of(lead, 0));
        if (!(decision instanceof Decision.Assigned place)) {
            queued.incrementAndGet();
            return;
        }
        AtomicInteger load = load(place.rep());
        Decision.Assigned known = owners.putIfAbsent(place.lead(), place);
        if (known == null) {
            check(load.addAndGet(Market.units(lead)) <= capacity);
        } else {
            check(known.rep().equals(place.rep()) && known.token() == place.token());
        }
        if (giveBack) {
            load.addAndGet(-Market.units(lead));
            owners.remove(place.lead());
            check(ledger.release(place.lead(), place.token(), "").isDone());
        }
    }

    /** The books of the threads against those of the ledger. */
    private void checkBooks() {
        List<Standing> standings = ledger.standings(POOL, reps);
        long lags = 0;
        for (int i = 0; i < reps.size(); i++) {
            int open = standings.get(i).open();
            lags += standings.get(i).lag();
            check(open <= capacity);
            check(open == load(reps.get(i)).get());
        }
        check(lags == 0);
        owners.forEach((lead, known) -> check(
                ledger.find(lead).map(Place::rep).filter(known.rep()::equals).isPresent()));
    }

    private void check(boolean right) {
        if (!right) {
            violations.incrementAndGet();
        }
    }
}
