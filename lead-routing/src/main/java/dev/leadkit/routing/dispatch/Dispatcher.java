package dev.leadkit.routing.dispatch;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.dispatch.Step.Kind;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Takes leads from their arrival to the rep who accepts them. A lead that nobody can take waits; whenever a place becomes free,
 * hours begin, the plan changes or a rest ends, the waiting lead of the highest priority, and of those the oldest, is tried
 * first. A lead that was declined keeps its age.
 *
 * <p>Driven by calls: the host calls {@link #wake} when {@link #nextWakeUp} has come, after the plan or the reps changed and after
 * somebody else gave places back. Not thread-safe; a host has one for each queue of work, or calls it under a lock of its own.
 * Every lead that waits or is offered can be taken with {@link #tickets()} and handed to another one; what was not told yet, after a call that threw,
 * cannot. Instants must not go back.
 *
 * <p>What the ledger throws is thrown on. No lead is lost then, and what became of others before is told by the next call that
 * succeeds; so is a move that was made though its answer did not come. A waiting lead that cannot be looked up is {@linkplain Step.Kind#UNREAD set aside}, and the others go on; if the
 * look-up fails for eight in a row, what it throws is thrown on.
 */
public final class Dispatcher {

    /** How long a lead that could not be looked up is left alone, unless it {@linkplain #arrive arrives} again or the plan changes. */
    public static final Duration SET_ASIDE = Duration.ofMinutes(1);

    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Router router;
    private final AssignmentLedger ledger;
    private final DispatchPolicy policy;
    private final LookUp leads;
    private final WaitingRoom room;
    private final Map<LeadId, Ticket> offers = new HashMap<>();
    private final TreeSet<Due> dues = new TreeSet<>();
    private final List<Step> untold = new ArrayList<>();

    /** Whose move the ledger did not answer: whether it was made is asked by the next call. */
    private final Map<LeadId, Place> unanswered = new LinkedHashMap<>();

    private RoutingPlan plan;

    private record Due(Instant at, LeadId lead) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int first = at.compareTo(other.at);
            return first == 0 ? lead.compareTo(other.lead) : first;
        }
    }

    private Dispatcher(
            Router router, AssignmentLedger ledger, DispatchPolicy policy, Function<LeadId, LeadHistory> leads) {
        this.router = requireNonNull(router, "router");
        this.ledger = requireNonNull(ledger, "ledger");
        this.policy = requireNonNull(policy, "policy");
        this.leads = new LookUp(leads);
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
        tickets.forEach(ticket -> ticket.offer().ifPresentOrElse(offer -> open(ticket), () -> room.add(ticket)));
        return this;
    }

    /**
     * Every lead that no rep has accepted yet.
     *
     * @return the tickets, the oldest first
     */
    public List<Ticket> tickets() {
        return Stream.concat(room.tickets().stream(), offers.values().stream())
                .sorted(Comparator.comparing(Ticket::since).thenComparing(Ticket::lead))
                .toList();
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
        if (offers.containsKey(lead)) {
            return told(lead, Kind.OFFERED, now);
        }
        Ticket ticket = room.find(lead)
                .map(old -> new Ticket(lead, priority, old.since(), old.resting(), old.queue(), Optional.empty()))
                .orElseGet(() -> Ticket.waiting(lead, priority, now));
        room.add(ticket);
        return round(now);
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
        Ticket offered = offers.get(lead);
        if (offered != null) {
            ledger.release(lead, offered.offer().orElseThrow().token(), "cancelled");
            close(lead);
        } else if (room.remove(lead).isEmpty()) {
            return told(lead, Kind.STALE, now);
        }
        tell(Step.of(lead, Kind.DONE));
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
            close(lead);
            return told(lead, Kind.ASSIGNED, now);
        }
        tell(Step.of(lead, Kind.STALE));
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
        if (!ledger.release(lead, token, reason).isDone()) {
            return told(lead, Kind.STALE, now);
        }
        close(lead);
        tell(Step.of(lead, Kind.DONE));
        return round(now);
    }

    /**
     * Looks what time has changed: lapsed offers, rests that ended, hours that began, preferred skills that are dropped. Also to
     * be called after the plan changed, or somebody else gave places back. Calling it twice does no harm.
     *
     * @param now the moment
     * @return what became of whom, in the order in which it happened
     */
    public List<Step> wake(Instant now) {
        while (!ledger.expire(PAGE).isEmpty()) {
            // the places are given back; whose offers they were is seen below
        }
        while (!dues.isEmpty() && !dues.first().at().isAfter(now)) {
            settle(dues.first(), now);
        }
        return round(now);
    }

    /** An offer whose time has come by the caller's clock; by the ledger's it may still stand, and then it does. */
    private void settle(Due due, Instant now) {
        Ticket ticket = requireNonNull(offers.get(due.lead()));
        Ticket.Offer offer = ticket.offer().orElseThrow();
        Optional<Place> place = ledger.find(due.lead()).filter(each -> each.token() == offer.token());
        if (place.filter(Place::committed).isPresent()) {
            close(due.lead());
            tell(Step.of(due.lead(), Kind.ASSIGNED));
        } else if (place.isEmpty()) {
            withdraw(due.lead(), now);
        } else {
            Instant soon = now.plus(PATIENCE);
            Instant later = place.flatMap(Place::until).filter(soon::isBefore).orElse(soon);
            open(ticket.offered(new Ticket.Offer(offer.rep(), offer.token(), later)));
        }
    }

    /**
     * When to call {@link #wake} at the latest, if nothing else happens.
     *
     * @return the moment; empty if only an event can change anything
     */
    public Optional<Instant> nextWakeUp() {
        Optional<Instant> due =
                dues.isEmpty() ? Optional.empty() : Optional.of(dues.first().at());
        return Stream.of(room.nextAlarm(), due).flatMap(Optional::stream).min(Comparator.naturalOrder());
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
        Optional<Place> place = ledger.find(lead).filter(each -> each.token() == token);
        if (place.isEmpty()) {
            return told(lead, Kind.STALE, now);
        }
        if (offers.containsKey(lead)) {
            return decline(lead, token, now);
        }
        tell(moved(place.get(), leads.of(lead), now));
        return round(now);
    }

    /**
     * Moves the leads whose reps would not get them any more, because they are away, say, or another plan is in force. A lead that nobody else can take stays. What is only
     * offered is left alone, and so are the leads of reps whom the plan does not have: {@link #handOver} is for these. Each lead is looked at as if it had just come: a preferred
     * skill that was dropped, or a stage that was waived, while it waited is asked for again. Looks at every place in the ledger; not called by itself.
     *
     * @param stages what is a reason: the stages of which the rep fails one first, as {@link RepVerdict#failed} names them, such as {@code available}, {@code territory} or {@code
     *     active}
     * @param now the moment
     * @return assigned (to another), stays or unread for each such lead; and who got what became free
     */
    public List<Step> review(Set<String> stages, Instant now) {
        for (Place place : places(each -> !offers.containsKey(each.lead()))) {
            LookUp.Found found = leads.tried(place.lead());
            if (found.history().isEmpty()) {
                tell(Step.unread(place.lead(), found.trouble()));
                continue;
            }
            LeadHistory history = found.history().get();
            router.verdict(RoutingRequest.of(history, now), place.rep())
                    .flatMap(RepVerdict::failed)
                    .filter(stages::contains)
                    .ifPresent(reason -> tell(moved(place, history, now)));
        }
        return round(now);
    }

    private Step moved(Place place, LeadHistory history, Instant now) {
        Terms terms = Terms.STANDARD.leased(Lease.direct()).replacing(place.token());
        RoutingRequest request =
                RoutingRequest.of(history, now).without(List.of(place.rep())).on(terms);
        unanswered.put(place.lead(), place);
        Decision decision = router.route(request);
        unanswered.remove(place.lead());
        boolean stays = !(decision instanceof Decision.Assigned assigned)
                || assigned.why().how() == Comparison.How.KEPT;
        return Step.of(decision, stays ? Kind.STAYS : Kind.ASSIGNED);
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
        for (Place place : places(each -> each.rep().equals(leaver))) {
            Ticket offered = offers.get(place.lead());
            if (offered != null) {
                back(place, offered);
                continue;
            }
            leads.tried(place.lead())
                    .history()
                    .map(history -> moved(place, history, now))
                    .filter(step -> step.kind() != Kind.STAYS)
                    .ifPresentOrElse(this::tell, () -> back(place, Ticket.waiting(place.lead(), 0, now)));
        }
        if (router.plan().rep(leaver).isEmpty()) {
            router.settleLags();
        }
        return round(now);
    }

    private void back(Place place, Ticket ticket) {
        ledger.release(place.lead(), place.token(), "its rep left");
        close(place.lead());
        room.add(ticket.queuedIn(ticket.queue()));
    }

    private List<Place> places(Predicate<Place> wanted) {
        List<Place> all = new ArrayList<>();
        List<Place> page = ledger.places(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(wanted).forEach(all::add);
            page = ledger.places(Optional.of(page.get(page.size() - 1).lead()), PAGE);
        }
        return all;
    }

    private boolean isOpen(LeadId lead, long token) {
        Ticket ticket = offers.get(lead);
        return ticket != null && ticket.offer().orElseThrow().token() == token;
    }

    private void open(Ticket ticket) {
        close(ticket.lead());
        offers.put(ticket.lead(), ticket);
        dues.add(new Due(ticket.offer().orElseThrow().until(), ticket.lead()));
    }

    private Optional<Ticket> close(LeadId lead) {
        Ticket ticket = offers.remove(lead);
        if (ticket != null) {
            dues.remove(new Due(ticket.offer().orElseThrow().until(), lead));
        }
        return Optional.ofNullable(ticket);
    }

    private void withdraw(LeadId lead, Instant now) {
        Ticket ticket = close(lead).orElseThrow();
        RepId rep = ticket.offer().orElseThrow().rep();
        room.add(ticket.without(rep, now.plus(policy.coolDown())).at(now));
        tell(Step.of(lead, Kind.WITHDRAWN));
    }

    private void tell(Step step) {
        untold.add(step);
    }

    private List<Step> told(LeadId lead, Kind kind, Instant now) {
        tell(Step.of(lead, kind));
        return told(now);
    }

    private List<Step> told(Instant now) {
        for (Place before : List.copyOf(unanswered.values())) {
            if (ledger.find(before.lead())
                    .filter(place -> place.token() != before.token())
                    .isPresent()) {
                LookUp.Found found = leads.tried(before.lead());
                tell(found.history()
                        .map(history -> Step.of(router.route(history, now), Kind.ASSIGNED))
                        .orElseGet(() -> Step.unread(before.lead(), found.trouble())));
            }
            unanswered.remove(before.lead());
        }
        List<Step> steps = List.copyOf(untold);
        untold.clear();
        return steps;
    }

    private List<Step> round(Instant now) {
        forgetOldPlan();
        room.round(now, ticket -> isTaken(ticket, now));
        return told(now);
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
        LookUp.Found found = leads.tried(ticket.lead());
        if (found.history().isEmpty()) {
            room.setAside(ticket, now.plus(SET_ASIDE));
            tell(Step.unread(ticket.lead(), found.trouble()));
            return true;
        }
        return isTaken(ticket, found.history().get(), now);
    }

    private boolean isTaken(Ticket ticket, LeadHistory history, Instant now) {
        Terms terms = Terms.STANDARD.leased(policy.lease().map(Lease::of).orElseGet(Lease::direct));
        Decision decision = router.route(RoutingRequest.of(history, now)
                .waitingSince(ticket.since())
                .without(ticket.resting().keySet())
                .on(terms));
        if (decision instanceof Decision.Queued queued) {
            room.add(ticket.queuedIn(queued.queue()), queued.alike(), queued.again());
            if (!queued.queue().equals(ticket.queue())) {
                tell(Step.of(decision, Kind.WAITS));
            }
            return false;
        }
        Decision.Assigned assigned = (Decision.Assigned) decision;
        Optional<Instant> until = until(assigned, now);
        room.remove(ticket.lead());
        until.ifPresent(end -> open(ticket.offered(new Ticket.Offer(assigned.rep(), assigned.token(), end))));
        tell(Step.of(decision, until.isPresent() ? Kind.OFFERED : Kind.ASSIGNED));
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
