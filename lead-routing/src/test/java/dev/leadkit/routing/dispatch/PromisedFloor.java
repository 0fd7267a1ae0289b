package dev.leadkit.routing.dispatch;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.Rep;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A sales floor where each rep has to write or call within half an hour, or another one gets the lead. */
final class PromisedFloor {

    static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    static final DispatchPolicy DIRECT = DispatchPolicy.direct().promising(within(Calendar.of(OpenHours.ALWAYS)));

    final Floor floor;
    final Map<LeadId, LeadHistory> touched = new HashMap<>();
    final Set<LeadId> broken = new HashSet<>();

    PromisedFloor(DispatchPolicy policy, Rep... reps) {
        floor = new Floor(Floor.plan(reps), policy);
        restart(policy, floor.ledger);
    }

    static ServiceLevel within(Calendar calendar) {
        return ServiceLevel.firstTouch(calendar, HALF_AN_HOUR);
    }

    /** Another dispatcher, on the same ledger or one before it, goes on with the tickets. */
    void restart(DispatchPolicy policy, AssignmentLedger ledger) {
        List<Ticket> tickets = floor.dispatcher.tickets();
        floor.dispatcher =
                Dispatcher.of(floor.router, ledger, policy, this::history).resume(tickets);
    }

    private LeadHistory history(LeadId lead) {
        if (broken.contains(lead)) {
            throw new IllegalStateException("of jane@example.com");
        }
        return touched.getOrDefault(lead, floor.history(lead));
    }

    List<String> arrive(String lead) {
        return Floor.told(floor.arrive(lead, "A", 0));
    }

    List<String> later(Duration time) {
        return Floor.told(floor.later(time));
    }

    void touch(String lead) {
        touch(lead, Direction.OUTBOUND, Actor.HUMAN);
    }

    void touch(String id, Direction direction, Actor actor) {
        LeadId lead = new LeadId(id);
        LeadHistory history = touched.getOrDefault(lead, floor.history(lead));
        EventId event = EventId.derived(lead, "touch-" + history.events().size());
        touched.put(
                lead,
                history.plus(new Interacted(
                        new EventHeader(event, lead, floor.now, floor.now),
                        new Interaction("call", direction, actor, Map.of()))));
    }

    String repOf(String lead) {
        return floor.place(lead).rep().value();
    }
}
