package dev.leadkit.examples.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.Submission;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.desk.Reconciliation;
import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.examples.jdbc.sql.Schema;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.kit.FeedProof;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Change.Sort;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Standing;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Processes that route on one PostgreSQL are killed, two at a time, at random moments. */
final class KilledRoutingTest {

    private static final int ROUNDS = Integer.getInteger("leadkit.kills.routing", 5);
    private static final int MOST_PLACES = RoutingProcess.LEADS + Offers.LEADS;
    private static final Set<Stage> WORKED_ON = Set.of(new Stage("new"), new Stage("contacted"));

    private final PGSimpleDataSource database = new PGSimpleDataSource();

    @Test
    @DisplayName(
            "However often routing is killed, nobody gets more than the capacity, offers keep their lease, and after a "
                    + "reconciliation every owner has a place and every other place an owner")
    void killed() throws IOException, InterruptedException, SQLException {
        String url = Databases.newPostgresUrl();
        database.setURL(url);
        Schema.standard().migrate(database);
        LeadDesk desk = RoutingProcess.desk(database);
        for (int i = 0; i < RoutingProcess.LEADS; i++) {
            desk.capture(new Submission("web", Integer.toString(i), Optional.empty(), Map.of("a", "b")));
        }
        List<Reconciliation.Settled> settled = new ArrayList<>();
        KilledProcesses processes = new KilledProcesses(url, RoutingProcess.class);
        FeedProof proof = new FeedProof(RoutingProcess.ledger(database));

        for (int round = 0; round < ROUNDS; round++) {
            processes.killTwo();
            proof.read().check(rep -> RoutingProcess.CAPACITY);
            List<Place> leased = leased();
            settled.addAll(reconciled(desk));
            assertThat(leased()).isEqualTo(leased);
            checkWhole(desk);
            assertThat(reconciled(desk)).isEmpty();
            proof.read().check(rep -> RoutingProcess.CAPACITY);
        }

        assertThat(settled).extracting(Reconciliation.Settled::how).doesNotContain(Reconciliation.How.FAILED);
        assertThat(proof.told())
                .as("they did offer, and move, and forget")
                .filteredOn(change -> Offers.isOffer(change.place()))
                .extracting(Change::sort)
                .contains(Sort.GRANTED, Sort.COMMITTED, Sort.RELEASED, Sort.EXPIRED, Sort.REPLACED);
        assertThat(proof.told()).as("they did route").anyMatch(change -> !Offers.isOffer(change.place()));
    }

    /** What runs out by itself, or has run out and nobody has touched it yet. */
    private List<Place> leased() {
        return RoutingProcess.ledger(database).places(Optional.empty(), MOST_PLACES).stream()
                .filter(place -> place.until().isPresent())
                .toList();
    }

    private static List<Reconciliation.Settled> reconciled(LeadDesk desk) {
        List<Reconciliation.Settled> settled = new ArrayList<>();
        Optional<Reconciliation.Cursor> from = Optional.of(Reconciliation.Cursor.START);
        while (from.isPresent()) {
            Reconciliation page = desk.reconcile(from.get(), 7);
            assertThat(page.faults()).isEmpty();
            settled.addAll(page.settled());
            from = page.next();
        }
        return settled;
    }

    private void checkWhole(LeadDesk desk) {
        AssignmentLedger ledger = RoutingProcess.ledger(database);
        Map<RepId, Integer> loads = new HashMap<>();
        leased().forEach(place -> loads.merge(place.rep(), 1, Integer::sum));
        for (int i = 0; i < RoutingProcess.LEADS; i++) {
            var view = desk.read(RoutingProcess.lead(i)).orElseThrow();
            Optional<Placement.WithRep> owner = view.placement()
                    .filter(placement -> WORKED_ON.contains(view.lead().stage().orElseThrow()))
                    .filter(Placement.WithRep.class::isInstance)
                    .map(Placement.WithRep.class::cast);
            Optional<Place> place = ledger.find(RoutingProcess.lead(i));
            if (view.lead().stage().orElseThrow().name().equals("recycled")) {
                // one that was routed while it was parked has a place, one that was parked since has none
                place.ifPresent(held -> loads.merge(held.rep(), 1, Integer::sum));
                continue;
            }
            assertThat(place.map(Place::token)).isEqualTo(owner.map(Placement.WithRep::token));
            assertThat(place.map(Place::rep)).isEqualTo(owner.map(Placement.WithRep::rep));
            place.ifPresent(held -> loads.merge(held.rep(), 1, Integer::sum));
        }
        List<RepId> reps = IntStream.range(0, RoutingProcess.REPS)
                .mapToObj(i -> new RepId("rep-" + i))
                .toList();
        List<Standing> standings = ledger.standings("inbound", reps);
        assertThat(standings.stream().map(Standing::open).toList())
                .isEqualTo(reps.stream().map(rep -> loads.getOrDefault(rep, 0)).toList());
        assertThat(standings.stream().mapToLong(Standing::lag).sum()).isZero();
    }
}
