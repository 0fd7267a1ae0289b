package dev.leadkit.routing.dispatch;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.dispatch.Step.Kind;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes leads from their arrival to the rep who accepts them. A lead that nobody can take waits; whenever a place becomes free,
 * hours begin, the plan changes or a rest ends, the waiting lead of the highest priority, and of those the oldest, is tried
 * first. A lead that was declined keeps its age. A rep who has a lead and does not do in time what the policy's {@link ServiceLevel} asks for loses
 * it to another one.
 *
 * <p>Driven by calls: the host calls {@link #wake} when {@link #nextWakeUp} has come, after the plan or the reps changed and after
 * somebody else gave places back. Not thread-safe; a host has one for each queue of work, or calls it under a lock of its own.
 * Every lead that is looked after can be taken with {@link #tickets()} and handed to another one; what was not told yet, after a call that threw,
 * cannot. Instants must not go back.
 *
 * <p>What the ledger throws is thrown on. No lead is lost then, and what became of others before is told by the next call that
 * succeeds; so is a move that was made though its answer did not come. A waiting lead that cannot be looked up is {@linkplain Step.Kind#UNREAD set aside}, and the others go on; if the
 * look-up fails for eight in a row, what it throws is thrown on.
 */
public final class Dispatcher {

    /** How long a lead that could not be looked up is left alone, unless it {@linkplain #arrive arrives} again or the plan changes. */
    public static final Duration SET_ASIDE = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Router router;
    private final AssignmentLedger ledger;
    private final DispatchPolicy policy;
    private final LookUp leads;
    private final WaitingRoom room;
    private final HeldTickets held = new HeldTickets();
    private final Moves moves;
    private final Promises promises;
    private final List<Step> untold = new ArrayList<>();

    /** Who arrives just now and did not wait before. */
    private Optional<LeadId> newcomer = Optional.empty();

    /** Since when a look at those who wait is due: nothing is known of them yet, or the last look failed. */
    private Optional<Instant> overdue = Optional.empty();

    private RoutingPlan plan;

    private Dispatcher(
            Router router, AssignmentLedger ledger, DispatchPolicy policy, Function<LeadId, LeadHistory> leads) {
        this.router = requireNonNull(router, "router");
        this.ledger = requireNonNull(ledger, "ledger");
        this.policy = requireNonNull(policy, "policy");
        this.leads = new LookUp(leads);
        this.moves = new Moves(router, ledger, this.leads);
        this.promises = new Promises(policy.serviceLevel(), held, this.leads, moves);
        this.room = new WaitingRoom(policy);
        this.plan = router.plan();
    }

    /**
     * A dispatcher without leads.
     *
     * @param router decides
     * @param ledger the router's ledger
     * @param policy how leads are handed out
     * @param leads gives the events of a lead, as they are now
     * @return the dispatcher
     */
    public static Dispatcher of(
            Router router, AssignmentLedger ledger, DispatchPolicy policy, Function<LeadId, LeadHistory> leads) {
        return new Dispatcher(router, ledger, policy, leads);
    }

    /**
     * Goes on where another one was.
     *
     * @param tickets what {@link #tickets()} gave
     * @return this
     */
    public Dispatcher resume(List<Ticket> tickets) {
        tickets.stream()
                .filter(Ticket::waits)
                .map(Ticket::since)
                .min(Comparator.naturalOrder())
                .ifPresent(first -> overdue = Optional.of(first));
        tickets.forEach(ticket -> ticket.due().ifPresentOrElse(due -> held.put(ticket), () -> room.add(ticket)));
        return this;
    }

    /**
     * Every lead that no rep has accepted yet, or whose rep has yet to do what was promised.
     *
     * @return the tickets, the oldest first
     */
    public List<Ticket> tickets() {
        return Stream.concat(room.tickets().stream(), held.all().stream())
                .sorted(Comparator.comparing(Ticket::since).thenComparing(Ticket::lead))
                .toList();
    }

    /**
     * The ticket of a lead.
     *
     * @param lead which lead
     * @return the one that {@link #tickets} has; empty if the lead is not looked after
     */
    public Optional<Ticket> ticket(LeadId lead) {
        return held.find(lead).or(() -> room.find(lead));
    }

    /**
     * The place that the ledger has for a lead.
     *
     * @param lead which lead
     * @return the place of the rep who has it, or to whom it is offered; empty if there is none
     */
    public Optional<Place> place(LeadId lead) {
        return ledger.find(lead);
    }

    /**
     * A lead has come, or one that waits has changed.
     *
     * @param lead which lead
     * @param priority the higher, the sooner
     * @param now the moment
     * @return what became of it, and of whoever it moved
     */
    public List<Step> arrive(LeadId lead, int priority, Instant now) {
        if (held.offered(lead).isPresent()) {
            return told(lead, Kind.OFFERED, now);
        }
        Optional<Ticket.Promise> promise = held.find(lead).flatMap(Ticket::promise);
        if (promise.filter(each -> place(lead, each.token()).isPresent()).isPresent()) {
            return told(lead, Kind.ASSIGNED, now);
        }
        held.remove(lead);
        Optional<Ticket> waiting = room.find(lead);
        room.add(waiting.map(old -> old.prior(priority)).orElseGet(() -> Ticket.waiting(lead, priority, now)));
        newcomer = waiting.isPresent() ? Optional.empty() : Optional.of(lead);
        try {
            return round(now);
        } finally {
            newcomer = Optional.empty();
        }
    }

    /**
     * A lead needs no rep any more before one has accepted it: it is no lead after all, or another one takes its place. An open
     * offer is given back.
     *
     * @param lead which lead
     * @param now the moment
     * @return done, and who got what became free; or stale if it neither waits nor is offered
     */
    public List<Step> cancel(LeadId lead, Instant now) {
        Optional<Ticket.Offer> offered = held.offered(lead).flatMap(Ticket::offer);
        if (offered.isPresent()) {
            overdue = Optional.of(now);
            ledger.release(lead, offered.get().token(), "cancelled");
            held.remove(lead);
        } else if (room.remove(lead).isEmpty()) {
            return told(lead, Kind.STALE, now);
        }
        tell(Step.of(lead, Kind.DONE), now);
        return round(now);
    }

    /**
     * A rep accepts an offer.
     *
     * @param lead which lead
     * @param token the offer's token
     * @param now the moment
     * @return assigned; or stale, and what became of the lead if the offer had lapsed
     */
    public List<Step> accept(LeadId lead, long token, Instant now) {
        if (!isOpen(lead, token)) {
            return told(lead, Kind.STALE, now);
        }
        if (ledger.commit(lead, token).isDone()) {
            accepted(lead, now);
            return told(now);
        }
        tell(Step.of(lead, Kind.STALE), now);
        withdraw(lead, now);
        return round(now);
    }

    /**
     * A rep declines an offer. The lead goes on with its age, and the rep is not asked again for the cool-down.
     *
     * @param lead which lead
     * @param token the offer's token
     * @param now the moment
     * @return withdrawn, and what became of the lead and of those who waited; or stale
     */
    public List<Step> decline(LeadId lead, long token, Instant now) {
        if (!isOpen(lead, token)) {
            return told(lead, Kind.STALE, now);
        }
        overdue = Optional.of(now);
        ledger.release(lead, token, "declined");
        withdraw(lead, now);
        return round(now);
    }

    /**
     * A lead is done with: its place becomes free.
     *
     * @param lead which lead
     * @param token the place's token
     * @param reason why, for the ledger's record; without personal data
     * @param now the moment
     * @return done or stale, and who got what became free
     */
    public List<Step> finish(LeadId lead, long token, String reason, Instant now) {
        overdue = Optional.of(now);
        boolean done = ledger.release(lead, token, reason).isDone();
        if (done) {
            held.remove(lead);
        }
        tell(Step.of(lead, done ? Kind.DONE : Kind.STALE), now);
        return round(now);
    }

    /**
     * Looks what time has changed: lapsed offers, promises that were not kept, rests that ended, hours that began, preferred skills that are dropped. Also to
     * be called after the plan changed, or somebody else gave places back. Calling it twice does no harm.
     *
     * @param now the moment
     * @return what became of whom, in the order in which it happened
     */
    public List<Step> wake(Instant now) {
        overdue = Optional.of(now);
        while (!ledger.expire(Moves.PAGE).isEmpty()) {
            // the places are given back; whose offers they were is seen below
        }
        for (Optional<Ticket> due = held.due(now); due.isPresent(); due = held.due(now)) {
            settle(due.get(), now);
        }
        return round(now);
    }

    private void settle(Ticket ticket, Instant now) {
        ticket.offer().ifPresent(offer -> settle(ticket, offer, now));
        ticket.promise().ifPresent(promise -> settle(ticket.lead(), promise, now));
    }

    /** An offer whose time has come by the caller's clock; by the ledger's it may still stand, and then it does. */
    private void settle(Ticket ticket, Ticket.Offer offer, Instant now) {
        Optional<Place> place = place(ticket.lead(), offer.token());
        if (place.filter(Place::committed).isPresent()) {
            accepted(ticket.lead(), now);
        } else if (place.isEmpty()) {
            withdraw(ticket.lead(), now);
        } else {
            Instant soon = now.plus(PATIENCE);
            Instant later = place.flatMap(Place::until).filter(soon::isBefore).orElse(soon);
            held.put(ticket.offered(new Ticket.Offer(offer.rep(), offer.token(), later)));
        }
    }

    private void settle(LeadId lead, Ticket.Promise promise, Instant now) {
        place(lead, promise.token())
                .ifPresentOrElse(place -> promises.settle(place, promise, now).forEach(step -> tell(step, now)), () -> {
                    held.remove(lead);
                    tell(Step.of(lead, Kind.STALE), now);
                });
    }

    /**
     * When to call {@link #wake} at the latest, if nothing else happens.
     *
     * @return the moment, which is past after {@link #resume} or a call that threw (but {@link #accept}: what became of that is seen when the offer lapses); empty if only an event can change anything
     */
    public Optional<Instant> nextWakeUp() {
        return Stream.of(overdue, room.nextAlarm(), held.next())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /**
     * Moves a lead away from the rep who has it, in one step: the agreed time was missed, the rep is away, the plan changed. If
     * nobody else can take it, it stays. A lead that is only offered is withdrawn instead, as if the rep had {@linkplain #decline
     * declined} it.
     *
     * @param lead which lead
     * @param token the token of its place
     * @param now the moment
     * @return assigned (to another), stays or stale; and who got what became free
     */
    public List<Step> reroute(LeadId lead, long token, Instant now) {
        Optional<Place> place = place(lead, token);
        if (place.isEmpty()) {
            return told(lead, Kind.STALE, now);
        }
        if (held.offered(lead).isPresent()) {
            return decline(lead, token, now);
        }
        overdue = Optional.of(now);
        tell(moves.move(place.get(), leads.of(lead), now), now);
        return round(now);
    }

    /**
     * Moves the leads whose reps would not get them any more, because they are away, say, or another plan is in force. A lead that nobody else can take stays. What is only
     * offered is left alone, and so are the leads of reps whom the plan does not have: {@link #handOver} is for these. Each lead is looked at as if it had just come: a preferred
     * skill that was dropped, a stage that was waived or a rep to whom it escalated while it waited is asked about again. Looks at every place in the ledger; not called by itself.
     *
     * @param stages what is a reason: the stages of which the rep fails one first, as {@link RepVerdict#failed} names them, such as {@code available}, {@code territory} or {@code
     *     active}
     * @param now the moment
     * @return assigned (to another), stays or unread for each such lead; and who got what became free
     */
    public List<Step> review(Set<String> stages, Instant now) {
        overdue = Optional.of(now);
        for (Place place : moves.places(each -> held.offered(each.lead()).isEmpty())) {
            LookUp.Found<LeadHistory> found = leads.tried(place.lead());
            if (found.value().isEmpty()) {
                tell(Step.unread(place.lead(), found.trouble()), now);
                continue;
            }
            LeadHistory history = found.value().get();
            router.verdict(RoutingRequest.of(history, now), place.rep())
                    .flatMap(RepVerdict::failed)
                    .filter(stages::contains)
                    .filter(stage -> !stage.equals("active") || !isBackup(place.rep()))
                    .ifPresent(reason -> tell(moves.move(place, history, now), now));
        }
        return round(now);
    }

    /**
     * Hands over every lead of a rep who leaves. Who finds nobody waits in the queue: no lead stays with somebody who is gone.
     * The plan must not give the rep any more leads by then. If it does not have the rep at all, the rep's lag {@linkplain
     * Router#settleLags passes} to the others.
     *
     * @param leaver who leaves
     * @param now the moment
     * @return what became of each lead
     */
    public List<Step> handOver(RepId leaver, Instant now) {
        overdue = Optional.of(now);
        for (Place place : moves.places(each -> each.rep().equals(leaver))) {
            Optional<Ticket> offered = held.offered(place.lead());
            if (offered.isPresent()) {
                back(place, offered.get());
                continue;
            }
            leads.tried(place.lead())
                    .value()
                    .map(history -> moves.move(place, history, now))
                    .filter(step -> step.kind() != Kind.STAYS)
                    .ifPresentOrElse(step -> tell(step, now), () -> back(place, Ticket.waiting(place.lead(), 0, now)));
        }
        if (router.plan().rep(leaver).isEmpty()) {
            router.settleLags();
        }
        return round(now);
    }

    private void back(Place place, Ticket ticket) {
        ledger.release(place.lead(), place.token(), "its rep left");
        held.remove(place.lead());
        room.add(ticket.waiting());
    }

    /** A backup is not in the pool, and keeps what it has. */
    private boolean isBackup(RepId rep) {
        return router.plan().backups().contains(rep)
                && router.plan().rep(rep).filter(Rep::active).isPresent();
    }

    private boolean isOpen(LeadId lead, long token) {
        return held.offered(lead).flatMap(Ticket::token).equals(Optional.of(token));
    }

    private Optional<Place> place(LeadId lead, long token) {
        return ledger.find(lead).filter(each -> each.token() == token);
    }

    private void accepted(LeadId lead, Instant now) {
        Ticket.Offer offer = held.remove(lead).flatMap(Ticket::offer).orElseThrow();
        tell(Step.of(lead, Kind.ASSIGNED), now);
        promises.begin(lead, offer, now);
    }

    private void withdraw(LeadId lead, Instant now) {
        Ticket ticket = held.remove(lead).orElseThrow();
        RepId rep = ticket.offer().orElseThrow().rep();
        room.add(ticket.without(rep, now.plus(policy.coolDown())).at(now));
        tell(Step.of(lead, Kind.WITHDRAWN), now);
    }

    private void tell(Step step, Instant now) {
        untold.add(step);
        // a rep who has a lead already owes it nothing more because it is reported again
        boolean reported = step.isKept() && newcomer.equals(Optional.of(step.lead()));
        if (!reported) {
            promises.begin(step, now);
        }
    }

    private List<Step> told(LeadId lead, Kind kind, Instant now) {
        tell(Step.of(lead, kind), now);
        return told(now);
    }

    private List<Step> told(Instant now) {
        moves.answer(now, step -> tell(step, now));
        List<Step> steps = List.copyOf(untold);
        untold.clear();
        return steps;
    }

    private List<Step> round(Instant now) {
        overdue = Optional.of(now);
        forgetOldPlan();
        room.round(now, ticket -> isTaken(ticket, now));
        List<Step> steps = told(now);
        overdue = Optional.empty();
        return steps;
    }

    /** Lines are of one plan's numbers; a plan may have changed under the same name and version. */
    @SuppressWarnings("ReferenceEquality")
    private void forgetOldPlan() {
        RoutingPlan current = router.plan();
        if (current != plan) {
            plan = current;
            room.forgetLines();
        }
    }

    /** Whether a lead waits no more, or not in its line; only then the next one of the line is looked at. */
    private boolean isTaken(Ticket ticket, Instant now) {
        LookUp.Found<LeadHistory> found = leads.tried(ticket.lead());
        if (found.value().isEmpty()) {
            room.setAside(ticket, now.plus(SET_ASIDE));
            tell(Step.unread(ticket.lead(), found.trouble()), now);
            return true;
        }
        return isTaken(ticket, found.value().get(), now);
    }

    private boolean isTaken(Ticket ticket, LeadHistory history, Instant now) {
        Terms terms = Terms.STANDARD.leased(policy.lease().map(Lease::of).orElseGet(Lease::direct));
        Decision decision = router.route(RoutingRequest.of(history, now)
                .waitingSince(ticket.since())
                .without(ticket.resting().keySet())
                .on(terms));
        if (decision instanceof Decision.Queued queued) {
            held.remove(ticket.lead());
            room.add(ticket.queuedIn(queued.queue()), queued.alike(), queued.again());
            if (!queued.queue().equals(ticket.queue())) {
                tell(Step.of(decision, Kind.WAITS), now);
            }
            return false;
        }
        Decision.Assigned assigned = (Decision.Assigned) decision;
        Optional<Instant> until = until(assigned, now);
        room.remove(ticket.lead());
        until.ifPresent(end -> held.put(ticket.offered(new Ticket.Offer(assigned.rep(), assigned.token(), end))));
        tell(Step.of(decision, until.isPresent() ? Kind.OFFERED : Kind.ASSIGNED), now);
        return true;
    }

    /**
     * When the offer lapses. A place without a lease is for good; so is one that somebody else took for the lead and committed. An
     * offer that lapsed already is settled like any other.
     */
    private Optional<Instant> until(Decision.Assigned assigned, Instant now) {
        Optional<Place> place = ledger.find(assigned.lead());
        return place.isEmpty() && policy.lease().isPresent() ? Optional.of(now) : place.flatMap(Place::until);
    }
}
