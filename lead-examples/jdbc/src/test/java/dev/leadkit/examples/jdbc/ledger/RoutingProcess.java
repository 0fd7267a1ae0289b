package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.capture.Mapped;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.examples.jdbc.JdbcLeadStore;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Stage;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.store.LeadStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The process that is killed: it routes and loses leads, and offers others, in any order, each call in a transaction of its own. */
final class RoutingProcess {

    static final int LEADS = 30;
    static final int REPS = 4;
    static final int CAPACITY = 5;
    private static final int WARM = 40;

    private RoutingProcess() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(arguments[0]);
        LeadDesk desk = desk(database);
        Random random = new Random(Long.parseLong(arguments[1]));
        Offers offers = new Offers(router(database), ledger(database), random);
        for (int step = 0; ; step++) {
            if (step == WARM) {
                System.out.println("begun");
            }
            LeadId lead = lead(random.nextInt(LEADS));
            switch (random.nextInt(8)) {
                case 0 -> desk.lose(lead, "no budget");
                case 1 -> desk.move(lead, new Stage("recycled"), "again");
                case 2 -> desk.move(lead, new Stage("contacted"), "again");
                case 3, 4 -> desk.route(lead);
                default -> offers.step();
            }
        }
    }

    static LeadId lead(int number) {
        return LeadId.derived("web", Integer.toString(number));
    }

    static LeadStore store(DataSource database) {
        return JdbcLeadStore.in(Transactions.own(database), FieldCatalog.standard());
    }

    static AssignmentLedger ledger(DataSource database) {
        return JdbcAssignmentLedger.on(database, DatabaseClock.postgres());
    }

    private static Router router(DataSource database) {
        PlanBuilder plan = RoutingPlan.builder(new ModelRef("inbound", "1"))
                .ranking("fairShare")
                .queue("waiting");
        for (int i = 0; i < REPS; i++) {
            plan.rep(Rep.of("rep-" + i, CAPACITY).serving(Rep.EVERYWHERE));
        }
        return Router.of(plan.build(), ledger(database), 7);
    }

    static LeadDesk desk(DataSource database) {
        return LeadDesk.builder(store(database), InstantSource.system())
                .mapping("web", submission -> new Mapped(FieldValues.builder().build(), List.of(), List.of()))
                .router(router(database))
                .build();
    }
}
