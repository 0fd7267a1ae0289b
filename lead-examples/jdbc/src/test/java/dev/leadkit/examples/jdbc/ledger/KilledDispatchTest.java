package dev.leadkit.examples.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.Submission;
import dev.leadkit.desk.LeadView;
import dev.leadkit.desk.Reconciliation;
import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.examples.jdbc.sql.Schema;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.LeadId;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.desk.DeskDispatcher;
import dev.leadkit.routing.dispatch.Ticket;
import dev.leadkit.routing.kit.FeedProof;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Place;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Processes with a desk and a dispatcher on one PostgreSQL, of which each is killed at a random moment and goes on where the one before was. */
final class KilledDispatchTest {

    private static final int ROUNDS = Integer.getInteger("leadkit.kills.dispatch", 4);

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private AssignmentLedger ledger;
    private DeskDispatcher dispatcher;

    @Test
    @DisplayName(
            "However often the process is killed, each lead that arrived has an owner with a place, or is offered, or waits")
    void killed() throws IOException, InterruptedException, SQLException {
        String url = Databases.newPostgresUrl();
        database.setURL(url);
        Schema.standard().migrate(database);
        ledger = RoutingProcess.ledger(database);
        DeskDispatcher before = DispatchProcess.dispatcher(database);
        for (int i = 0; i < DispatchProcess.LEADS; i++) {
            before.desk().capture(new Submission("web", Integer.toString(i), Optional.empty(), Map.of("a", "b")));
            before.arrive(RoutingProcess.lead(i), 0, Instant.now());
        }
        KilledProcesses processes = new KilledProcesses(url, DispatchProcess.class);
        FeedProof proof = new FeedProof(ledger);

        for (int round = 0; round < ROUNDS; round++) {
            processes.killOne();
            proof.read().check(rep -> DispatchProcess.CAPACITY);
            dispatcher = DispatchProcess.dispatcher(database);
            dispatcher.start(Instant.now());
            assertThat(reconciled()).extracting(Reconciliation.Settled::how).doesNotContain(Reconciliation.How.FAILED);
            dispatcher.wake(Instant.now());
            checkLeads();
            assertThat(reconciled()).isEmpty();
            proof.read().check(rep -> DispatchProcess.CAPACITY);
        }
        assertThat(proof.told()).as("they did something").hasSizeGreaterThan(DispatchProcess.LEADS);
    }

    private List<Reconciliation.Settled> reconciled() {
        List<Reconciliation.Settled> settled = new ArrayList<>();
        Optional<Reconciliation.Cursor> from = Optional.of(Reconciliation.Cursor.START);
        while (from.isPresent()) {
            Reconciliation page = dispatcher.desk().reconcile(from.get(), 7);
            assertThat(page.faults()).isEmpty();
            settled.addAll(page.settled());
            from = page.next();
        }
        return settled;
    }

    private void checkLeads() {
        JdbcTicketStore tickets = JdbcTicketStore.in(Transactions.own(database));
        for (int i = 0; i < DispatchProcess.LEADS; i++) {
            LeadId lead = RoutingProcess.lead(i);
            LeadView view = dispatcher.desk().read(lead).orElseThrow();
            boolean open = view.lead().stage().orElseThrow().name().equals("new");
            Optional<Placement.WithRep> owner = view.placement()
                    .filter(placement -> open)
                    .filter(Placement.WithRep.class::isInstance)
                    .map(Placement.WithRep.class::cast);
            Optional<Ticket> ticket = tickets.find(lead);
            Optional<Place> committed = ledger.find(lead).filter(Place::committed);
            assertThat(committed.map(Place::token)).isEqualTo(owner.map(Placement.WithRep::token));
            assertThat(committed.map(Place::rep)).isEqualTo(owner.map(Placement.WithRep::rep));
            assertThat(!open || owner.isPresent() || ticket.isPresent())
                    .as("%s is not lost", lead)
                    .isTrue();
        }
    }
}
