package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.condition.Facts;
import dev.leadkit.examples.benchmarks.suite.Effort;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.territory.TerritoryFinder;
import dev.leadkit.routing.territory.TerritoryMap;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The router beside others on the same leads and reps: a naive scan, a query a lead in a database. First all have to agree: the scan on every
 * decision, the query on the reps who can take each lead. Then they take turns, so that what else the machine does strikes all; a
 * ratio is the median of the rounds' ratios of the time a lead.
 */
final class Ratios {

    private static final int OUR_LEADS = 20_000;
    private static final int THEIR_LEADS = 300;
    private static final int CHECKED = 500;

    /** Until the virtual machine has compiled the router: what is slow takes more leads to warm up than rounds have. */
    private static final int WARM_UPS = 15;

    private final Effort effort;
    private final Market market;
    private final Floor floor;
    private final Router router;
    private final TerritoryMap map;
    private final TerritoryFinder finder;
    private int next;

    Ratios(Effort effort, Market market) {
        this.effort = effort;
        this.market = market;
        this.floor = Floor.busy(market);
        this.router = floor.router().withoutCounts();
        this.map = TerritoryMap.of(floor.plan().territoryPlan());
        this.finder = map.finder();
        for (int i = 0; i < WARM_UPS; i++) {
            ourNanos();
        }
    }

    /** One lead, with what it is told of it. */
    private interface Contender {
        void take(Facts lead, String territory) throws Exception;
    }

    private String territory(Facts lead) {
        int found = finder.find(lead);
        return found == TerritoryMap.NONE ? "" : map.id(found);
    }

    private List<Facts> leads(int count) {
        next += count;
        return Demand.leads(next - count, count);
    }

    /** How many times as long a naive scan over all reps takes. */
    double scan() throws Exception {
        return ratio(agreeing());
    }

    /** A scan that stands as the ledger does, after it has decided like the router. */
    Contender agreeing() {
        NaiveScan scan = new NaiveScan(market, floor.ledger());
        List<Decision.Assigned> places = new ArrayList<>();
        for (Facts lead : leads(CHECKED)) {
            Optional<RepId> ours = Optional.empty();
            if (router.route(RoutingRequest.of(lead, 0)) instanceof Decision.Assigned place) {
                ours = Optional.of(place.rep());
                places.add(place);
            }
            agree(ours, scan.take(lead, territory(lead)));
        }
        places.forEach(each -> floor.ledger().release(each.lead(), each.token(), ""));
        System.err.printf("Of %d leads %d got the same rep from router and scan%n", CHECKED, places.size());
        return scan::take;
    }

    /** How many times as long a query in a database takes. */
    double query(Connection connection) throws Exception {
        try (SqlQuery query = new SqlQuery(connection, market, floor.ledger())) {
            NaiveScan scan = new NaiveScan(market, floor.ledger());
            int eligible = 0;
            for (Facts lead : leads(CHECKED)) {
                List<Integer> those = scan.eligible(lead, territory(lead));
                agree(those, query.eligible(lead, territory(lead)));
                eligible += those.size();
            }
            System.err.printf("%.1f reps can take a lead, says the query too%n", eligible / (double) CHECKED);
            return ratio(query::first);
        }
    }

    /** The time of a decision whose ledger, empty at first, is on a database: what it asks there and what it writes, lead after lead. */
    double nanosOn(AssignmentLedger database) throws Exception {
        Router there = Router.of(floor.plan(), database, Floor.SEED).withoutCounts();
        List<Double> rounds = new ArrayList<>();
        for (int round = 0; round < effort.warmups() + effort.rounds(); round++) {
            double nanos = nanos((lead, territory) -> there.route(RoutingRequest.of(lead, 0)));
            System.err.printf("Round %d: %.0f ns a lead%n", round, nanos);
            if (round >= effort.warmups()) {
                rounds.add(nanos);
            }
        }
        return rounds.stream().sorted().toList().get(rounds.size() / 2);
    }

    private static void agree(Object ours, Object theirs) {
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("both must come to the same, were " + ours + " and " + theirs);
        }
    }

    private double ratio(Contender other) throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < effort.warmups() + effort.rounds(); round++) {
            boolean first = round % 2 == 0;
            double before = first ? nanos(other) : 0;
            double ours = ourNanos();
            double theirs = first ? before : nanos(other);
            System.err.printf("Round %d: %.0f ns a lead, the other %.0f ns%n", round, ours, theirs);
            if (round >= effort.warmups()) {
                ratios.add(theirs / ours);
            }
        }
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }

    private double ourNanos() {
        List<Facts> leads = leads(OUR_LEADS);
        long start = System.nanoTime();
        floor.routeAll(router, leads);
        double nanos = (System.nanoTime() - start) / (double) OUR_LEADS;
        floor.giveBack();
        return nanos;
    }

    private double nanos(Contender other) throws Exception {
        List<Facts> leads = leads(THEIR_LEADS);
        List<String> territories = leads.stream().map(this::territory).toList();
        long start = System.nanoTime();
        for (int i = 0; i < THEIR_LEADS; i++) {
            other.take(leads.get(i), territories.get(i));
        }
        return (System.nanoTime() - start) / (double) THEIR_LEADS;
    }
}
