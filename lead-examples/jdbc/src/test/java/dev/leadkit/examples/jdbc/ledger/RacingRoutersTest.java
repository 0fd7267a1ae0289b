package dev.leadkit.examples.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.examples.jdbc.sql.Schema;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.kit.FeedProof;
import dev.leadkit.routing.kit.Together;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Two routers, each with connections of its own as in a process of its own, on one PostgreSQL. */
final class RacingRoutersTest {

    private static final int THREADS = 32;
    private static final int LEADS = 5_000;
    private static final int REPS = 10;
    private static final int CAPACITY = 20;

    private List<JdbcConnectionPool> databases = List.of();

    @BeforeEach
    void open() {
        String url = Databases.newPostgresUrl();
        databases = IntStream.range(0, 2).mapToObj(i -> connections(url)).toList();
        Schema.standard().migrate(databases.get(0));
    }

    private static JdbcConnectionPool connections(String url) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setURL(url);
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(THREADS / 2);
        return pool;
    }

    @AfterEach
    void close() {
        databases.forEach(Databases::close);
    }

    private static RoutingPlan plan() {
        PlanBuilder plan = RoutingPlan.builder(new ModelRef("inbound", "1"))
                .ranking("fairShare")
                .queue("waiting");
        IntStream.range(0, REPS)
                .forEach(i -> plan.rep(Rep.of("rep-" + i, CAPACITY).weighing(1 + i % 3)));
        return plan.build();
    }

    @Test
    @DisplayName(
            "32 threads of two routers give 5,000 leads one owner each, and nobody more than the capacity at any moment")
    void raced() throws Exception {
        List<AssignmentLedger> ledgers = databases.stream()
                .map(database -> JdbcAssignmentLedger.on(database, DatabaseClock.postgres()))
                .toList();
        List<Router> routers =
                ledgers.stream().map(ledger -> Router.of(plan(), ledger, 7)).toList();

        List<RoutingRacer> racers = Together.run(THREADS, thread -> {
            RoutingRacer racer = new RoutingRacer(routers.get(thread % 2), ledgers.get(thread % 2), thread);
            for (int i = 0; i < LEADS / THREADS + 1; i++) {
                // a lead in four is wanted by a thread of each router
                int first = i % 4 == 0 ? thread - thread % 2 : thread;
                for (int owner = first; owner <= (i % 4 == 0 ? first + 1 : first); owner++) {
                    racer.route(new LeadId("lead-" + owner + "-" + i));
                }
            }
            return racer;
        });

        FeedProof proof = new FeedProof(ledgers.get(0)).read();
        proof.check(rep -> CAPACITY);
        checkTold(racers, proof);
        checkLags(ledgers.get(0));
    }

    /** Who is told of a place has it, each place is told of, and whatever is gone was given back by somebody or has lapsed. */
    private static void checkTold(List<RoutingRacer> racers, FeedProof proof) {
        assertThat(all(racers, RoutingRacer::asked)).hasSizeGreaterThanOrEqualTo(LEADS);
        assertThat(all(racers, RoutingRacer::assigned)).isEqualTo(all(proof, Change.Sort.GRANTED));
        assertThat(all(racers, RoutingRacer::released)).isEqualTo(all(proof, Change.Sort.RELEASED));
        assertThat(proof.told())
                .filteredOn(change -> change.sort() == Change.Sort.EXPIRED)
                .isNotEmpty()
                .allMatch(change -> change.place().until().isPresent());
        assertThat(racers.stream().mapToInt(RoutingRacer::queued).sum())
                .as("how often nobody had room")
                .isPositive();
    }

    private static <T> Set<T> all(List<RoutingRacer> racers, Function<RoutingRacer, Set<T>> some) {
        Set<T> all = new HashSet<>();
        racers.forEach(racer -> all.addAll(some.apply(racer)));
        return all;
    }

    private static Set<RoutingRacer.Told> all(FeedProof proof, Change.Sort sort) {
        return proof.told().stream()
                .filter(change -> change.sort() == sort)
                .map(Change::place)
                .map(place -> new RoutingRacer.Told(place.lead(), place.rep(), place.token()))
                .collect(Collectors.toSet());
    }

    private static void checkLags(AssignmentLedger ledger) {
        List<RepId> reps =
                IntStream.range(0, REPS).mapToObj(i -> new RepId("rep-" + i)).toList();
        List<Standing> standings = ledger.standings("inbound", reps);
        assertThat(standings).extracting(Standing::lag).as("lags did move").anyMatch(lag -> lag != 0);
        assertThat(standings.stream().mapToLong(Standing::lag).sum()).isZero();
    }
}
