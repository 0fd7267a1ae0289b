package dev.leadkit.routing.desk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.desk.DeskResult;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.desk.LeadDeskBuilder;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.port.LeadRouter;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.dispatch.Dispatcher;
import dev.leadkit.routing.dispatch.Step;
import dev.leadkit.routing.dispatch.Ticket;
import dev.leadkit.routing.ledger.Place;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A dispatcher that writes what it decides into the leads: each rep who got a lead becomes an {@link dev.leadkit.event.Assigned} event, each queue a
 * {@link dev.leadkit.event.Queued} one, and every ticket is kept, so that another process goes on after a crash where this one was.
 *
 * <p>Steps are returned when they are recorded. What ledger, desk or ticket store throw is thrown on; what is not recorded by then is by the next call, and
 * told then. A lead that the desk refuses, because it is won, lost or unknown, gives its place back and is looked after no more; one that another writer was
 * faster with is decided about again.
 *
 * <p>After a restart: {@link #start}, then {@link LeadDesk#reconcile} from its first to its last page, then {@link #wake}. To lose no lead between its
 * capture and its {@link #arrive arrival}, let it arrive from the store's outbox. A lead is done with through the desk, by {@code convert} or {@code
 * lose}; call {@code wake} after it, as the place is free then. Not thread-safe, as the dispatcher; the {@link #desk} is.
 */
public final class DeskDispatcher {

    private static final int MOST_ATTEMPTS = 100;
    private static final Set<Step.Kind> LAST =
            Set.of(Step.Kind.ASSIGNED, Step.Kind.STAYS, Step.Kind.MET, Step.Kind.DONE, Step.Kind.STALE);

    private final Dispatcher dispatcher;
    private final DecidedRouter router;
    private final LeadDesk desk;
    private final TicketStore tickets;
    private final Deque<Step> unrecorded = new ArrayDeque<>();
    private final List<Step> recorded = new ArrayList<>();

    /** Why a lead was offered to whom it was, until that rep accepts. */
    private final Map<LeadId, Placement.WithRep> offered = new HashMap<>();

    /** How often each lead was decided about again in the call that runs. */
    private final Map<LeadId, Integer> attempts = new HashMap<>();

    private DeskDispatcher(Dispatcher dispatcher, DecidedRouter router, LeadDesk desk, TicketStore tickets) {
        this.dispatcher = requireNonNull(dispatcher, "dispatcher");
        this.router = router;
        this.desk = desk;
        this.tickets = requireNonNull(tickets, "tickets");
    }

    /**
     * Puts a dispatcher and a desk together.
     *
     * @param dispatcher without leads yet; from now on called by this alone
     * @param router the dispatcher's
     * @param desk everything of the desk but its router
     * @param tickets where tickets are kept
     * @return both as one; {@link #start} it
     */
    public static DeskDispatcher of(
            Dispatcher dispatcher, LeadRouter router, LeadDeskBuilder desk, TicketStore tickets) {
        DecidedRouter decided = new DecidedRouter(requireNonNull(router, "router"));
        return new DeskDispatcher(dispatcher, decided, desk.router(decided).build(), tickets);
    }

    /**
     * The desk, for everything else: to capture, read, convert and lose leads, and to reconcile.
     *
     * @return the desk
     */
    public LeadDesk desk() {
        return desk;
    }

    /**
     * Goes on with the tickets that were kept.
     *
     * @param now the moment
     * @return what became of whom
     */
    public List<Step> start(Instant now) {
        dispatcher.resume(tickets.all().stream().map(this::current).toList());
        return wake(now);
    }

    /** The lead may have another place by now than the one that its ticket tells of; who has it is asked then. */
    private Ticket current(Ticket ticket) {
        boolean isOfAnother = ticket.token().isPresent()
                && dispatcher
                        .place(ticket.lead())
                        .filter(place -> place.token() != ticket.token().get())
                        .isPresent();
        return isOfAnother ? ticket.waiting() : ticket;
    }

    /**
     * As {@link Dispatcher#arrive}.
     *
     * @param lead which lead; one of the desk's
     * @param priority the higher, the sooner
     * @param now the moment
     * @return what became of it, and of whoever it moved
     */
    public List<Step> arrive(LeadId lead, int priority, Instant now) {
        Ticket ticket = dispatcher
                .ticket(lead)
                .map(known -> known.due().isEmpty() ? known.prior(priority) : known)
                .orElseGet(() -> Ticket.waiting(lead, priority, now));
        tickets.keep(ticket);
        return after(now, () -> dispatcher.arrive(lead, priority, now));
    }

    /**
     * As {@link Dispatcher#cancel}.
     *
     * @param lead which lead
     * @param now the moment
     * @return what became of it, and of whoever got what became free
     */
    public List<Step> cancel(LeadId lead, Instant now) {
        return after(now, () -> dispatcher.cancel(lead, now));
    }

    /**
     * As {@link Dispatcher#accept}.
     *
     * @param lead which lead
     * @param token the offer's token
     * @param now the moment
     * @return assigned; or stale, and what became of the lead if the offer had lapsed
     */
    public List<Step> accept(LeadId lead, long token, Instant now) {
        return after(now, () -> dispatcher.accept(lead, token, now));
    }

    /**
     * As {@link Dispatcher#decline}.
     *
     * @param lead which lead
     * @param token the offer's token
     * @param now the moment
     * @return withdrawn, and what became of the lead and of those who waited; or stale
     */
    public List<Step> decline(LeadId lead, long token, Instant now) {
        return after(now, () -> dispatcher.decline(lead, token, now));
    }

    /**
     * As {@link Dispatcher#reroute}.
     *
     * @param lead which lead
     * @param token the token of its place
     * @param now the moment
     * @return assigned (to another), stays or stale; and who got what became free
     */
    public List<Step> reroute(LeadId lead, long token, Instant now) {
        return after(now, () -> dispatcher.reroute(lead, token, now));
    }

    /**
     * As {@link Dispatcher#review}.
     *
     * @param stages what is a reason
     * @param now the moment
     * @return what became of whom
     */
    public List<Step> review(Set<String> stages, Instant now) {
        return after(now, () -> dispatcher.review(stages, now));
    }

    /**
     * As {@link Dispatcher#handOver}.
     *
     * @param leaver who leaves
     * @param now the moment
     * @return what became of each lead
     */
    public List<Step> handOver(RepId leaver, Instant now) {
        return after(now, () -> dispatcher.handOver(leaver, now));
    }

    /**
     * As {@link Dispatcher#wake}.
     *
     * @param now the moment
     * @return what became of whom, in the order in which it happened
     */
    public List<Step> wake(Instant now) {
        return after(now, () -> dispatcher.wake(now));
    }

    /**
     * When to call {@link #wake} at the latest, if nothing else happens.
     *
     * @return the moment, which is past after a call that threw; empty if only an event can change anything
     */
    public Optional<Instant> nextWakeUp() {
        return dispatcher.nextWakeUp();
    }

    private List<Step> after(Instant now, Supplier<List<Step>> call) {
        attempts.clear();
        // who is decided about again is older than whoever comes now
        carry(now);
        unrecorded.addAll(call.get());
        carry(now);
        List<Step> told = List.copyOf(recorded);
        recorded.clear();
        return told;
    }

    private void carry(Instant now) {
        while (!unrecorded.isEmpty()) {
            Step step = unrecorded.element();
            Optional<List<Step>> instead = write(step, now);
            if (instead.isEmpty()) {
                keepTicket(step);
            }
            unrecorded.remove();
            instead.ifPresentOrElse(unrecorded::addAll, () -> recorded.add(step));
        }
    }

    /** A later step of the same call may say more of the lead: its ticket is dropped by none but the last. */
    private void keepTicket(Step step) {
        LeadId lead = step.lead();
        dispatcher.ticket(lead).ifPresentOrElse(tickets::keep, () -> {
            if (LAST.contains(step.kind())) {
                tickets.drop(lead);
            }
        });
    }

    /**
     * Writes the event that a step is, before the ticket: else that would be gone while nobody has the lead.
     *
     * @return what became of the lead instead; empty if the step holds
     */
    private Optional<List<Step>> write(Step step, Instant now) {
        return switch (step.kind()) {
            case ASSIGNED -> assigned(step, now);
            case WAITS -> queued(step, now);
            case OFFERED -> offered(step);
            default -> {
                offered.remove(step.lead());
                yield Optional.empty();
            }
        };
    }

    private Optional<List<Step>> offered(Step step) {
        step.decision()
                .map(Decision::placement)
                .ifPresent(placement -> offered.put(step.lead(), (Placement.WithRep) placement));
        return Optional.empty();
    }

    private Optional<List<Step>> assigned(Step step, Instant now) {
        LeadId lead = step.lead();
        Optional<Placement> why =
                step.decision().map(Decision::placement).or(() -> Optional.ofNullable(offered.get(lead)));
        Optional<Place> place = dispatcher.place(lead);
        if (place.isEmpty()) {
            return Optional.of(again(lead, now));
        }
        DeskResult<Placement> result = why.filter(known -> isOf(place.get(), known))
                .map(known -> router.during(lead, known, () -> desk.route(lead)))
                .orElseGet(() -> desk.route(lead));
        offered.remove(lead);
        if (isRefused(result)) {
            return Optional.of(dispatcher.finish(lead, place.get().token(), "not to be routed", now));
        }
        boolean holds = !(result instanceof DeskResult.Conflict) && result.orElseThrow() instanceof Placement.WithRep;
        return holds ? Optional.empty() : Optional.of(again(lead, now));
    }

    private static boolean isOf(Place place, Placement placement) {
        return placement instanceof Placement.WithRep rep && rep.token() == place.token();
    }

    private static boolean isRefused(DeskResult<?> result) {
        return result instanceof DeskResult.Refused || result instanceof DeskResult.NoSuchLead;
    }

    /** Its place is gone again: it waits as before. */
    private List<Step> again(LeadId lead, Instant now) {
        bound(lead);
        Ticket ticket = tickets.find(lead).map(Ticket::waiting).orElseGet(() -> Ticket.waiting(lead, 0, now));
        dispatcher.resume(List.of(ticket));
        return dispatcher.wake(now);
    }

    /** Other writers are faster a few times, and a broken store for ever. */
    private void bound(LeadId lead) {
        int attempt = attempts.getOrDefault(lead, 0) + 1;
        attempts.put(lead, attempt);
        if (attempt > MOST_ATTEMPTS) {
            throw new IllegalStateException("desk must record what was decided about " + lead + " in " + MOST_ATTEMPTS
                    + " attempts, others were faster each time");
        }
    }

    private Optional<List<Step>> queued(Step step, Instant now) {
        Placement queue = step.decision().orElseThrow().placement();
        DeskResult<Placement> result;
        do {
            bound(step.lead());
            result = router.during(step.lead(), queue, () -> desk.route(step.lead()));
        } while (result instanceof DeskResult.Conflict);
        return isRefused(result) ? Optional.of(dispatcher.cancel(step.lead(), now)) : Optional.empty();
    }
}
