package dev.leadkit.routing.desk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.desk.DeskResult;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.desk.LeadDeskBuilder;
import dev.leadkit.desk.LeadView;
import dev.leadkit.fault.Fault;
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
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A dispatcher that writes what it decides into the leads: each rep who got a lead becomes an {@link dev.leadkit.event.Assigned} event, each queue a
 * {@link dev.leadkit.event.Queued} one, and every ticket is kept, so that another process goes on after a crash where this one was.
 *
 * <p>Steps are returned when they are recorded. What ledger, desk or ticket store throw is thrown on; what is not recorded by then is by the next call, and
 * told then. What fails for single leads while others are recorded is told as {@link Step.Kind#UNREAD}, and tried again after {@link Dispatcher#SET_ASIDE}. A lead that the desk refuses, because it is won, lost or unknown, gives its place back and is looked after no more; one that another writer was
 * faster with is decided about again. Whoever the desk queues by itself, because it reconciles or is asked to route a lead, is looked after from the next call on.
 *
 * <p>After a restart: {@link #start}, then {@link LeadDesk#reconcile} from its first to its last page, then {@link #wake}. To lose no lead between its
 * capture and its {@link #arrive arrival}, let it arrive from the store's outbox. A lead that a rep has is done with through the desk, by {@code convert} or {@code
 * lose}; call {@code wake} after it, as the place is free then. One that waits or is offered is to be {@linkplain #cancel cancelled} as well: that it is won or lost is noticed only
 * when it would be recorded. Of a lead that the store does not have any more, the dispatcher's look-up should give an empty history: then the lead is given up. Not thread-safe, as the dispatcher; the {@link #desk} is.
 */
public final class DeskDispatcher {

    private static final int MOST_ATTEMPTS = 100;
    private static final Set<Step.Kind> LAST =
            Set.of(Step.Kind.ASSIGNED, Step.Kind.STAYS, Step.Kind.MET, Step.Kind.DONE, Step.Kind.STALE);

    private final Dispatcher dispatcher;
    private final DecidedRouter router;
    private final LeadDesk desk;
    private final TicketStore tickets;
    private final QueuedElsewhere queuedElsewhere;
    private final Deque<Step> unrecorded = new ArrayDeque<>();
    private final List<Step> recorded = new ArrayList<>();

    /** Leads whose steps could not be recorded while others could, and until when they are left alone. */
    private final Map<LeadId, Instant> aside = new HashMap<>();

    /** The leads whose steps could not be recorded in the call that runs. */
    private final Map<LeadId, RuntimeException> failed = new LinkedHashMap<>();

    /** Since when a call is due, because the last one threw. */
    private Optional<Instant> overdue = Optional.empty();

    /** Why a lead was offered to whom it was, until that rep accepts. */
    private final Map<LeadId, Placement.WithRep> offered = new HashMap<>();

    /** How often each lead was decided about again in the call that runs. */
    private final Map<LeadId, Integer> attempts = new HashMap<>();

    private DeskDispatcher(
            Dispatcher dispatcher, DecidedRouter router, LeadDesk desk, QueuedElsewhere queuedElsewhere) {
        this.dispatcher = requireNonNull(dispatcher, "dispatcher");
        this.router = router;
        this.desk = desk;
        this.queuedElsewhere = queuedElsewhere;
        this.tickets = queuedElsewhere.tickets();
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
        QueuedElsewhere queued = new QueuedElsewhere(requireNonNull(tickets, "tickets"));
        DecidedRouter decided = new DecidedRouter(
                requireNonNull(router, "router"), lead -> dispatcher.place(lead).isPresent(), queued);
        return new DeskDispatcher(dispatcher, decided, desk.router(decided).build(), queued);
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

    /**
     * A ticket may be older than what became of the lead: another place followed, the offer was accepted, or the place was given back. The lead
     * waits then, and whoever has it is found by the next decision.
     */
    private Ticket current(Ticket ticket) {
        return ticket.token().filter(token -> !isCurrent(ticket, token)).isPresent() ? ticket.waiting() : ticket;
    }

    private boolean isCurrent(Ticket ticket, long token) {
        Optional<Place> place = dispatcher.place(ticket.lead());
        boolean isOffer = ticket.offer().isPresent();
        return place.map(held -> held.token() == token && !(isOffer && held.committed()))
                // a lapsed offer is settled by the dispatcher, a place that the ledger lost is restored by the desk
                .orElseGet(() -> isOffer || isOwner(ticket.lead(), token));
    }

    private boolean isOwner(LeadId lead, long token) {
        return placement(lead).filter(owner -> owner.token() == token).isPresent();
    }

    /** What the desk knows of who has a lead. */
    private Optional<Placement.WithRep> placement(LeadId lead) {
        return desk.read(lead)
                .flatMap(LeadView::placement)
                .filter(Placement.WithRep.class::isInstance)
                .map(Placement.WithRep.class::cast);
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
        Optional<Ticket> known = dispatcher.ticket(lead);
        boolean hasRep = known.isEmpty()
                && dispatcher.place(lead).filter(Place::committed).isPresent();
        if (!hasRep) {
            tickets.keep(known.map(ticket -> ticket.waits() ? ticket.prior(priority) : ticket)
                    .orElseGet(() -> Ticket.waiting(lead, priority, now)));
        }
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
        Optional<Instant> again = aside.values().stream().min(Comparator.naturalOrder());
        return Stream.of(overdue, again, queuedElsewhere.since(), dispatcher.nextWakeUp())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private List<Step> after(Instant now, Supplier<List<Step>> call) {
        overdue = Optional.of(now);
        attempts.clear();
        failed.clear();
        int before = recorded.size();
        Set<LeadId> tried = Set.copyOf(aside.keySet());
        dispatcher.resume(queuedElsewhere.take().stream()
                .filter(ticket ->
                        dispatcher.ticket(ticket.lead()).filter(Ticket::waits).isEmpty())
                .toList());
        // who is decided about again is older than whoever comes now
        carry(now);
        unrecorded.addAll(call.get());
        carry(now);
        boolean isNew = failed.keySet().stream().anyMatch(lead -> !tried.contains(lead));
        if (isNew && recorded.size() == before) {
            throw failed.values().iterator().next();
        }
        failed.forEach((lead, e) -> setAside(lead, e, now));
        List<Step> told = List.copyOf(recorded);
        recorded.clear();
        overdue = Optional.empty();
        return told;
    }

    /** What fails for single leads holds nobody up. */
    private void carry(Instant now) {
        Deque<Step> later = new ArrayDeque<>();
        while (!unrecorded.isEmpty()) {
            Step step = unrecorded.element();
            List<Step> further = isLeftAlone(step.lead(), now) ? List.of() : tried(step, now);
            unrecorded.remove();
            unrecorded.addAll(further);
            if (isLeftAlone(step.lead(), now)) {
                later.add(step);
            }
        }
        unrecorded.addAll(later);
    }

    private boolean isLeftAlone(LeadId lead, Instant now) {
        return failed.containsKey(lead) || now.isBefore(aside.getOrDefault(lead, now));
    }

    private List<Step> tried(Step step, Instant now) {
        try {
            return write(step, now);
        } catch (RuntimeException e) {
            failed.put(step.lead(), e);
            return List.of();
        }
    }

    private void setAside(LeadId lead, RuntimeException e, Instant now) {
        aside.put(lead, now.plus(Dispatcher.SET_ASIDE));
        String trouble = "recording failed with " + e.getClass().getName();
        recorded.add(new Step(lead, Step.Kind.UNREAD, Optional.empty(), Optional.of(trouble)));
    }

    /** Writes a step and then tells it; gives what became of the lead instead. */
    private List<Step> write(Step step, Instant now) {
        Optional<List<Step>> instead = instead(step, now);
        if (instead.isEmpty()) {
            keepTicket(step);
            recorded.add(step);
        }
        aside.remove(step.lead());
        return instead.orElse(List.of());
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
    private Optional<List<Step>> instead(Step step, Instant now) {
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
            return isTakenUp(lead, why) ? Optional.empty() : Optional.of(again(lead, now));
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

    /** The event may be there though its commit threw; then the rep has the lead, and gets the place again. */
    private boolean isTakenUp(LeadId lead, Optional<Placement> decided) {
        return desk.read(lead)
                .filter(view -> decided.isPresent() && view.placement().equals(decided))
                .filter(view -> router.retake(view.history(), (Placement.WithRep) decided.orElseThrow()))
                .isPresent();
    }

    private static boolean isOf(Place place, Placement placement) {
        return placement instanceof Placement.WithRep rep && rep.token() == place.token();
    }

    /** Because it is won, lost or unknown; a token that is not new enough, say, is no reason to give a lead up. */
    private static boolean isRefused(DeskResult<Placement> result) {
        return result instanceof DeskResult.NoSuchLead
                || (result instanceof DeskResult.Refused<Placement> refused
                        && refused.faults().stream().map(Fault::path).anyMatch("stage"::equals));
    }

    /** Its place is gone again: it waits as before, and does not go back at once to whom it was moved away from. */
    private List<Step> again(LeadId lead, Instant now) {
        bound(lead);
        Ticket ticket = tickets.find(lead).map(Ticket::anew).orElseGet(() -> Ticket.waiting(lead, 0, now));
        Instant rest = now.plus(Dispatcher.SET_ASIDE);
        dispatcher.resume(List.of(placement(lead)
                .filter(former -> dispatcher.place(lead).isEmpty())
                .map(former -> ticket.without(former.rep(), rest))
                .orElse(ticket)));
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
        if (isRefused(result)) {
            return Optional.of(dispatcher.cancel(step.lead(), now));
        }
        // somebody else gave it to a rep meanwhile
        return result.orElseThrow() instanceof Placement.WithRep
                ? Optional.of(again(step.lead(), now))
                : Optional.empty();
    }
}
