package dev.leadkit.routing.dispatch;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.dispatch.Step.Kind;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes leads from their arrival to the rep who accepts them. A lead that nobody can take waits; whenever a place becomes free,
 * hours begin, the plan changes or a rest ends, the waiting lead of the highest priority, and of those the oldest, is tried
 * first. A lead that was declined keeps its age.
 *
 * <p>Driven by calls: the host calls {@link #wake} when {@link #nextWakeUp} has come, after the plan or the reps changed and after
 * somebody else gave places back. Not thread-safe; a host has one for each queue of work, or calls it under a lock of its own.
 * Everything that it knows can be taken with {@link #tickets()} and handed to another one. Instants must not go back.
 */
public final class Dispatcher {

    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Router router;
    private final AssignmentLedger ledger;
    private final DispatchPolicy policy;
    private final Function<LeadId, LeadHistory> leads;
    private final WaitingRoom room;
    private final Map<LeadId, Ticket> offers = new HashMap<>();
    private final TreeSet<Due> dues = new TreeSet<>();
    private ModelRef plan;

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
        this.leads = requireNonNull(leads, "leads");
        this.room = new WaitingRoom(policy);
        this.plan = router.plan().ref();
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
            return List.of(Step.of(lead, Kind.OFFERED));
        }
        Ticket ticket = room.find(lead)
                .map(old -> new Ticket(lead, priority, old.since(), old.resting(), old.queue(), Optional.empty()))
                .orElseGet(() -> Ticket.waiting(lead, priority, now));
        room.add(ticket);
        return round(now, new ArrayList<>());
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
            return List.of(Step.of(lead, Kind.STALE));
        }
        if (ledger.commit(lead, token).isDone()) {
            close(lead);
            return List.of(Step.of(lead, Kind.ASSIGNED));
        }
        List<Step> steps = new ArrayList<>(List.of(Step.of(lead, Kind.STALE)));
        withdraw(lead, now, steps);
        return round(now, steps);
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
            return List.of(Step.of(lead, Kind.STALE));
        }
        ledger.release(lead, token, "declined");
        List<Step> steps = new ArrayList<>();
        withdraw(lead, now, steps);
        return round(now, steps);
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
            return List.of(Step.of(lead, Kind.STALE));
        }
        close(lead);
        return round(now, new ArrayList<>(List.of(Step.of(lead, Kind.DONE))));
    }

    /**
     * Looks what time has changed: lapsed offers, rests that ended, hours that began, preferred skills that are dropped. Also to
     * be called after the plan changed, or somebody else gave places back. Calling it twice does no harm.
     *
     * @param now the moment
     * @return what became of whom, in the order in which it happened
     */
    public List<Step> wake(Instant now) {
        List<Step> steps = new ArrayList<>();
        while (!ledger.expire(PAGE).isEmpty()) {
            // the places are given back; whose offers they were is seen below
        }
        while (!dues.isEmpty() && !dues.first().at().isAfter(now)) {
            settle(dues.first(), now, steps);
        }
        ModelRef current = router.plan().ref();
        if (!current.equals(plan)) {
            plan = current;
            room.forgetLines();
        }
        return round(now, steps);
    }

    /** An offer whose time has come by the caller's clock; by the ledger's it may still stand, and then it does. */
    private void settle(Due due, Instant now, List<Step> steps) {
        Ticket ticket = requireNonNull(offers.get(due.lead()));
        Ticket.Offer offer = ticket.offer().orElseThrow();
        Optional<Place> place = ledger.find(due.lead()).filter(each -> each.token() == offer.token());
        if (place.filter(Place::committed).isPresent()) {
            close(due.lead());
            steps.add(Step.of(due.lead(), Kind.ASSIGNED));
        } else if (place.isEmpty()) {
            withdraw(due.lead(), now, steps);
        } else {
            Instant later = now.plus(PATIENCE);
            close(due.lead());
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
     * nobody else can take it, it stays.
     *
     * @param lead which lead
     * @param token the token of its place
     * @param now the moment
     * @return assigned (to another), stays or stale; and who got what became free
     */
    public List<Step> reroute(LeadId lead, long token, Instant now) {
        Optional<Place> place = ledger.find(lead).filter(each -> each.token() == token);
        if (place.isEmpty()) {
            return List.of(Step.of(lead, Kind.STALE));
        }
        if (offers.containsKey(lead)) {
            return decline(lead, token, now);
        }
        return round(now, new ArrayList<>(List.of(moved(place.get(), now))));
    }

    private Step moved(Place place, Instant now) {
        Terms terms = Terms.STANDARD.leased(Lease.direct()).replacing(place.token());
        RoutingRequest request = RoutingRequest.of(leads.apply(place.lead()), now)
                .without(List.of(place.rep()))
                .on(terms);
        Decision decision = router.route(request);
        boolean stays = !(decision instanceof Decision.Assigned assigned)
                || assigned.why().how() == Comparison.How.KEPT;
        return Step.of(decision, stays ? Kind.STAYS : Kind.ASSIGNED);
    }

    /**
     * Hands over every lead of a rep who leaves. Who finds nobody waits in the queue: no lead stays with somebody who is gone.
     * The plan must not give the rep any more leads by then.
     *
     * @param leaver who leaves
     * @param now the moment
     * @return what became of each lead
     */
    public List<Step> handOver(RepId leaver, Instant now) {
        List<Step> steps = new ArrayList<>();
        for (Place place : placesOf(leaver)) {
            Optional<Ticket> offered = close(place.lead());
            if (offered.isPresent()) {
                back(place, offered.get());
                continue;
            }
            Step step = moved(place, now);
            if (step.kind() == Kind.STAYS) {
                back(place, Ticket.waiting(place.lead(), 0, now));
            } else {
                steps.add(step);
            }
        }
        return round(now, steps);
    }

    private void back(Place place, Ticket ticket) {
        ledger.release(place.lead(), place.token(), "its rep left");
        room.add(ticket.queuedIn(ticket.queue()));
    }

    private List<Place> placesOf(RepId rep) {
        List<Place> all = new ArrayList<>();
        List<Place> page = ledger.places(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(place -> place.rep().equals(rep)).forEach(all::add);
            page = ledger.places(Optional.of(page.get(page.size() - 1).lead()), PAGE);
        }
        return all;
    }

    private boolean isOpen(LeadId lead, long token) {
        Ticket ticket = offers.get(lead);
        return ticket != null && ticket.offer().orElseThrow().token() == token;
    }

    private void open(Ticket ticket) {
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

    private void withdraw(LeadId lead, Instant now, List<Step> steps) {
        Ticket ticket = close(lead).orElseThrow();
        RepId rep = ticket.offer().orElseThrow().rep();
        room.add(ticket.without(rep, now.plus(policy.coolDown())).at(now));
        steps.add(Step.of(lead, Kind.WITHDRAWN));
    }

    private List<Step> round(Instant now, List<Step> steps) {
        room.round(now, ticket -> isTaken(ticket, now, steps));
        return List.copyOf(steps);
    }

    private boolean isTaken(Ticket ticket, Instant now, List<Step> steps) {
        Terms terms = Terms.STANDARD.leased(policy.lease().map(Lease::of).orElseGet(Lease::direct));
        Decision decision = router.route(RoutingRequest.of(leads.apply(ticket.lead()), now)
                .waitingSince(ticket.since())
                .without(ticket.resting().keySet())
                .on(terms));
        if (decision instanceof Decision.Queued queued) {
            room.add(ticket.queuedIn(queued.queue()), queued.alike(), queued.again());
            if (!queued.queue().equals(ticket.queue())) {
                steps.add(Step.of(decision, Kind.WAITS));
            }
            return false;
        }
        room.remove(ticket.lead());
        steps.add(Step.of(decision, kept(ticket, (Decision.Assigned) decision)));
        return true;
    }

    /** A place without a lease is for good; so is one that somebody else took for the lead and committed. */
    private Kind kept(Ticket ticket, Decision.Assigned assigned) {
        Optional<Instant> until = ledger.find(assigned.lead()).flatMap(Place::until);
        if (until.isEmpty()) {
            return Kind.ASSIGNED;
        }
        open(ticket.offered(new Ticket.Offer(assigned.rep(), assigned.token(), until.get())));
        return Kind.OFFERED;
    }
}
