package dev.leadkit.routing.ledger;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Loads and lags are numbers in columns that are changed without a lock; each lead has a lock of its own. Who takes a place
 * locks the lead, then takes the units, and so never waits for another lead's reservation. Locks are taken in the order key,
 * lead, and never two of a kind.
 */
final class InMemoryAssignmentLedger implements AssignmentLedger {

    private static final Comparator<LeadId> PAGE_ORDER =
            Comparator.comparingInt(LeadId::hashCode).thenComparing(Comparator.naturalOrder());

    private final Optional<InstantSource> clock;
    private final LeadTable leads = new LeadTable();
    private final Map<RepId, Integer> rows = new ConcurrentHashMap<>();
    private final Map<String, Column> loads = new ConcurrentHashMap<>();
    private final Map<String, Column> lags = new ConcurrentHashMap<>();
    private final Leases leases = new Leases();
    private final KeyTable keys = new KeyTable();
    private final ChangeRing changes = new ChangeRing();

    InMemoryAssignmentLedger(Optional<InstantSource> clock, Iterable<Place> places) {
        this.clock = clock;
        for (Place place : places) {
            if (leads.get(place.lead()) != null) {
                throw new IllegalArgumentException("a lead must have one place, " + place.lead() + " had two");
            }
            restore(place);
        }
    }

    private Instant now() {
        return clock.map(source -> source.instant().truncatedTo(ChronoUnit.MICROS))
                .orElse(Instant.EPOCH);
    }

    private Instant end(Duration span) {
        checkClock(true);
        return now().plus(span).truncatedTo(ChronoUnit.MICROS);
    }

    private void checkClock(boolean needed) {
        if (needed && clock.isEmpty()) {
            throw new IllegalArgumentException("lease must be without end in a ledger without a clock");
        }
    }

    private int row(RepId rep) {
        Integer known = rows.get(rep);
        return known == null ? newRow(rep) : known;
    }

    private int newRow(RepId rep) {
        synchronized (rows) {
            return rows.computeIfAbsent(rep, fresh -> rows.size());
        }
    }

    private static Column column(Map<String, Column> columns, String name) {
        Column known = columns.get(name);
        return known == null ? columns.computeIfAbsent(name, fresh -> new Column()) : known;
    }

    private Board board(String pool, String kind, List<RepId> reps) {
        int[] known = reps.stream().mapToInt(this::row).toArray();
        return new Board(column(loads, kind), column(lags, pool), kind, reps.toArray(RepId[]::new), known);
    }

    @Override
    public ReserveResult reserve(Reservation asked) {
        Bidding bidding = new Bidding().on(asked.terms()).after(asked.after());
        List<RepId> reps = new ArrayList<>(asked.bids().size() + asked.shares().size());
        for (Bid bid : asked.bids()) {
            bidding.bid(reps.size(), bid.units(), bid.limit());
            reps.add(bid.rep());
        }
        for (Share share : asked.shares()) {
            bidding.share(reps.size(), share.units());
            reps.add(share.rep());
        }
        return reserve(asked.lead(), board(asked.pool(), asked.terms().kind(), reps), bidding);
    }

    /** Brings a lead's place near. */
    int look(LeadId lead) {
        return leads.look(lead);
    }

    ReserveResult reserve(LeadId lead, Board board, Bidding bidding) {
        if (bidding.terms().key().isEmpty()) {
            return reserved(lead, board, bidding);
        }
        ReserveResult result = keys.once(bidding.terms().key().get(), now(), () -> reserved(lead, board, bidding));
        if (clock.isEmpty()) {
            keys.keep(KEYS_KEPT_WITHOUT_CLOCK);
        }
        return result;
    }

    private ReserveResult reserved(LeadId lead, Board board, Bidding bidding) {
        Terms terms = bidding.terms();
        Optional<Instant> until = terms.lease().span().map(this::end);
        board.checkLags(bidding);
        LeadSlot slot = leads.getOrAdd(lead);
        synchronized (slot) {
            Place held = lapsed(slot);
            if (held == null && terms.replaces().isPresent()) {
                return new ReserveResult.Free();
            }
            if (held != null && terms.replaces().orElse(0) != held.token()) {
                return new ReserveResult.Held(held);
            }
            return taken(slot, board, bidding, until);
        }
    }

    private ReserveResult taken(LeadSlot slot, Board board, Bidding bidding, Optional<Instant> until) {
        long token = Math.addExact(Math.max(bidding.after(), slot.token()), 1);
        boolean committed = bidding.terms().lease().committed();
        for (int i = 0; i < bidding.bids(); i++) {
            int row = board.row(bidding.bidder(i));
            boolean stays = slot.isWith(board.loads(), row);
            int own = stays ? requireNonNull(slot.held()).work().units() : 0;
            long step = board.loads().move(row, bidding.units(i) - own, bidding.limit(i), stays ? 2 : 1);
            if (step != Column.NO_ROOM) {
                leave(slot, stays ? step - 1 : 0);
                RepId rep = board.rep(bidding.bidder(i));
                Place place = new Place(slot.lead(), rep, token, board.work(bidding.units(i)), committed, until);
                put(slot, place, board.loads(), row);
                changes.add(Change.Sort.GRANTED, place, step, "");
                board.owe(bidding, row);
                return new ReserveResult.Granted(place);
            }
        }
        return new ReserveResult.Full();
    }

    /** Whoever takes a lag away alone passes it on, so that two calls at once pass nothing on twice. */
    @Override
    public void regroup(String pool, Map<RepId, Integer> weights) {
        Heirs heirs = Heirs.of(weights);
        Column column = column(lags, pool);
        heirs.reps().forEach(rep -> column.checkLag(row(rep)));
        List<Integer> leavers = rows.entrySet().stream()
                .filter(known -> !weights.containsKey(known.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (leavers.stream().mapToLong(column::get).reduce(Math::addExact).isEmpty()) {
            return; // a sum that is too large is found here, before anything changes
        }
        long passed = 0;
        for (int leaver : leavers) {
            passed += column.take(leaver);
        }
        if (passed != 0) {
            heirs.divide(passed, (rep, part) -> column.add(row(rep), part));
        }
    }

    /** Leaves the place that is replaced, if there is one; gives its units back unless a step tells that this is done. */
    private void leave(LeadSlot slot, long step) {
        Place held = slot.held();
        if (held != null) {
            leases.remove(held);
            changes.add(Change.Sort.REPLACED, held, step == 0 ? slot.giveBack() : step, "");
        }
    }

    private void put(LeadSlot slot, Place place, Column column, int row) {
        slot.take(place, column, row);
        leases.add(place, slot);
    }

    /** What the lead has, after a place whose lease is over was given back. */
    private @Nullable Place lapsed(LeadSlot slot) {
        Place held = slot.held();
        if (held == null || held.until().isEmpty() || !held.isOver(now())) {
            return held;
        }
        finish(slot, held, Settlement.EXPIRED, "");
        return null;
    }

    private void finish(LeadSlot slot, Place held, Settlement how, String reason) {
        leases.remove(held);
        slot.end(how);
        Change.Sort sort = how == Settlement.EXPIRED ? Change.Sort.EXPIRED : Change.Sort.RELEASED;
        changes.add(sort, held, slot.giveBack(), reason);
    }

    /** Something to do with the place that is held under the token that somebody told. */
    private interface Step {
        void take(LeadSlot slot, Place held);
    }

    private Settlement settle(LeadId lead, long token, Settlement released, Step step) {
        LeadSlot slot = leads.get(lead);
        if (slot == null) {
            return Settlement.UNKNOWN;
        }
        synchronized (slot) {
            Place held = lapsed(slot);
            if (slot.token() != token) {
                return slot.token() == 0 ? Settlement.UNKNOWN : Settlement.STALE;
            }
            if (held == null) {
                return slot.ended() == Settlement.RELEASED ? released : slot.ended();
            }
            step.take(slot, held);
            return Settlement.DONE;
        }
    }

    @Override
    public Settlement commit(LeadId lead, long token) {
        return settle(lead, token, Settlement.RELEASED, this::commit);
    }

    private void commit(LeadSlot slot, Place held) {
        if (!held.committed()) {
            leases.remove(held);
            slot.change(held.asCommitted());
            changes.add(Change.Sort.COMMITTED, held.asCommitted(), 0, "");
        }
    }

    @Override
    public Settlement release(LeadId lead, long token, String reason) {
        Change.checkReason(reason);
        return settle(lead, token, Settlement.DONE, (slot, held) -> finish(slot, held, Settlement.RELEASED, reason));
    }

    @Override
    public Settlement renew(LeadId lead, long token, Duration lease) {
        Lease.check(lease);
        return settle(lead, token, Settlement.RELEASED, (slot, held) -> {
            if (held.until().isPresent()) {
                renew(slot, held, held.leasedUntil(end(lease)));
            }
        });
    }

    private void renew(LeadSlot slot, Place held, Place renewed) {
        if (!renewed.equals(held)) {
            leases.remove(held);
            slot.change(renewed);
            leases.add(renewed, slot);
            changes.add(Change.Sort.RENEWED, renewed, 0, "");
        }
    }

    @Override
    public Settlement restore(Place place) {
        checkClock(place.until().isPresent());
        LeadSlot slot = leads.getOrAdd(place.restorable().lead());
        synchronized (slot) {
            Place held = lapsed(slot);
            Place latest = slot.latest();
            if (latest == null || latest.token() < place.token()) {
                restore(slot, place);
                return Settlement.DONE;
            }
            if (latest.token() > place.token() || !latest.rep().equals(place.rep())) {
                return Settlement.STALE;
            }
            if (held == null) {
                restore(slot, place.with(latest.work()));
            } else if (place.committed()) {
                commit(slot, held);
            }
            return Settlement.DONE;
        }
    }

    private void restore(LeadSlot slot, Place place) {
        int row = row(place.rep());
        Column column = column(loads, place.work().kind());
        leave(slot, 0);
        long step = column.move(row, place.work().units(), Integer.MAX_VALUE, 1);
        if (step == Column.NO_ROOM) {
            slot.end(Settlement.RELEASED);
            throw new ArithmeticException("load of " + place.rep() + " must be at most " + Integer.MAX_VALUE);
        }
        put(slot, place, column, row);
        changes.add(Change.Sort.RESTORED, place, step, "");
    }

    @Override
    public List<Place> expire(int most) {
        checkMost(most);
        List<Place> expired = new ArrayList<>();
        Instant now = now();
        LeadSlot slot = leases.ended(now);
        while (slot != null && expired.size() < most) {
            synchronized (slot) {
                Place held = slot.held();
                if (held != null && held.isOver(now)) {
                    finish(slot, held, Settlement.EXPIRED, "");
                    expired.add(held);
                }
            }
            slot = leases.ended(now);
        }
        return expired;
    }

    @Override
    public Optional<Instant> nextExpiry() {
        return Optional.ofNullable(leases.first());
    }

    @Override
    public Optional<Place> find(LeadId lead) {
        LeadSlot slot = leads.get(lead);
        return slot == null
                ? Optional.empty()
                : held(slot).filter(place -> place.until().isEmpty() || !place.isOver(now()));
    }

    private static Optional<Place> held(LeadSlot slot) {
        synchronized (slot) {
            return Optional.ofNullable(slot.held());
        }
    }

    /** Looks at all leads for each page: it is for repairs, with large pages. */
    @Override
    public List<Place> places(Optional<LeadId> after, int most) {
        checkMost(most);
        PriorityQueue<Place> first = new PriorityQueue<>(
                Comparator.comparing(Place::lead, PAGE_ORDER).reversed());
        leads.forEach((lead, slot) -> {
            if (after.isEmpty() || PAGE_ORDER.compare(lead, after.get()) > 0) {
                held(slot).ifPresent(first::add);
            }
            if (first.size() > most) {
                first.remove();
            }
        });
        return first.stream()
                .sorted(Comparator.comparing(Place::lead, PAGE_ORDER))
                .toList();
    }

    @Override
    public List<Standing> standings(String pool, String kind, List<RepId> reps) {
        Column ofKind = column(loads, kind);
        Column ofPool = column(lags, pool);
        List<Standing> standings = new ArrayList<>(reps.size());
        for (RepId rep : reps) {
            Integer row = rows.get(rep);
            standings.add(row == null ? Standing.NEW : new Standing(ofKind.units(row), ofPool.get(row)));
        }
        return standings;
    }

    @Override
    public Changes changes(long after, int most) {
        if (after < 0) {
            throw new IllegalArgumentException("after must be 0 or more, was " + after);
        }
        checkMost(most);
        return changes.after(after, most);
    }

    @Override
    public int forget(int most) {
        checkMost(most);
        return keys.forget(now().minus(KEY_RETENTION), most);
    }

    private static void checkMost(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be 1 or more, was " + most);
        }
    }

    @Override
    public Seating seating(String pool, String kind, List<RepId> reps) {
        Work.checkKind(kind);
        return new MemorySeating(this, board(pool, kind, ListedSeating.checked(reps)));
    }
}
