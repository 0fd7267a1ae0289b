package dev.leadkit.examples.embed;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.desk.DeskDispatcher;
import dev.leadkit.routing.desk.TicketStore;
import dev.leadkit.routing.dispatch.DispatchPolicy;
import dev.leadkit.routing.dispatch.Dispatcher;
import dev.leadkit.routing.dispatch.ServiceLevel;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.Escalation;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Leads that are offered, and go to somebody else if nobody answers or nobody calls. */
final class Dispatching {

    private Dispatching() {}

    static DeskDispatcher dispatcher(
            LeadStore store, AssignmentLedger ledger, TicketStore tickets, InstantSource clock) {
        // spotless:off
        // tag::dispatching[]
        Calendar office = Calendar.of(WorkingHours.in("Europe/Berlin")
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00").build());
        RoutingPlan plan = RoutingPlan.builder("inbound", "8")
                .rep(Rep.of("ann", 1)).rep(Rep.of("bob", 1)).rep(Rep.of("max", 20))
                .backup("max") // gets only what nobody else takes
                .escalation(Escalation.to(Duration.ofMinutes(15), List.of(new RepId("max"))))
                .queue("inbound").build();
        DispatchPolicy policy = DispatchPolicy
                .offering(Duration.ofMinutes(5), Duration.ofHours(1)) // to accept; who declined has an hour's rest
                .promising(ServiceLevel.firstTouch(office, Duration.ofMinutes(30))); // or somebody else gets the lead
        Router router = Router.of(plan, ledger, 7);
        Dispatcher dispatcher = Dispatcher.of(router, ledger, policy, lead -> store.find(lead)
                .map(StoredLead::history).orElseGet(() -> LeadHistory.of(lead, List.of()))); // one that is gone is given up
        DeskDispatcher floor = DeskDispatcher.of(dispatcher, router, LeadDesk.builder(store, clock), tickets);
        // end::dispatching[]
        // spotless:on
        return floor;
    }
}
