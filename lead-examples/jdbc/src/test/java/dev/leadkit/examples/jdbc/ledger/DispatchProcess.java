package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.capture.Mapped;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.event.Interaction;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.desk.DeskDispatcher;
import dev.leadkit.routing.dispatch.DispatchPolicy;
import dev.leadkit.routing.dispatch.Dispatcher;
import dev.leadkit.routing.dispatch.ServiceLevel;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.store.LeadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The process that is killed: it goes on with the tickets, and then offers, accepts, declines, moves and loses leads in any order. */
final class DispatchProcess {

    static final int LEADS = 20;
    static final int REPS = 3;
    static final int CAPACITY = 3;
    private static final int WARM = 15;
    private static final DispatchPolicy POLICY = DispatchPolicy.offering(Duration.ofMillis(40), Duration.ofMillis(100))
            .promising(ServiceLevel.firstTouch(Calendar.of(OpenHours.ALWAYS), Duration.ofSeconds(1)));

    private final AssignmentLedger ledger;
    private final DeskDispatcher dispatcher;
    private final Random random;

    private DispatchProcess(DataSource database, Random random) {
        this.ledger = RoutingProcess.ledger(database);
        this.dispatcher = dispatcher(database);
        this.random = random;
    }

    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(arguments[0]);
        DispatchProcess process = new DispatchProcess(database, new Random(Long.parseLong(arguments[1])));
        process.dispatcher.start(Instant.now());
        for (int step = 0; ; step++) {
            if (step == WARM) {
                System.out.println("begun");
            }
            process.step(RoutingProcess.lead(process.random.nextInt(LEADS)), Instant.now());
        }
    }

    private void step(LeadId lead, Instant now) {
        Optional<Place> place = ledger.find(lead);
        switch (random.nextInt(12)) {
            case 0 -> dispatcher.desk().lose(lead, "no budget");
            case 1, 2, 3 -> place.ifPresent(each -> dispatcher.accept(lead, each.token(), now));
            case 4 -> place.ifPresent(each -> dispatcher.decline(lead, each.token(), now));
            case 5 -> place.ifPresent(each -> dispatcher.reroute(lead, each.token(), now));
            case 6 -> dispatcher.desk().record(lead, Interaction.outbound("call"));
            case 7 -> dispatcher.wake(now);
            default -> dispatcher.arrive(lead, random.nextInt(3), now);
        }
    }

    static DeskDispatcher dispatcher(DataSource database) {
        PlanBuilder plan = RoutingPlan.builder("inbound", "1").queue("waiting");
        for (int i = 0; i < REPS; i++) {
            plan.rep(Rep.of("rep-" + i, CAPACITY));
        }
        AssignmentLedger ledger = RoutingProcess.ledger(database);
        LeadStore store = RoutingProcess.store(database);
        Router router = Router.of(plan.build(), ledger, 7);
        return DeskDispatcher.of(
                Dispatcher.of(
                        router,
                        ledger,
                        POLICY,
                        lead -> store.find(lead).orElseThrow().history()),
                router,
                LeadDesk.builder(store, InstantSource.system())
                        .mapping(
                                "web",
                                submission -> new Mapped(FieldValues.builder().build(), List.of(), List.of())),
                JdbcTicketStore.in(Transactions.own(database)));
    }
}
