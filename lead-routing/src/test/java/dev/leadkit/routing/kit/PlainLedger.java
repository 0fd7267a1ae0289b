package dev.leadkit.routing.kit;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Changes;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Share;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.ledger.Work;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.store.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Slow and obvious: one lock, every load counted from the places. What other ledgers are compared with; and, with a flaw, what
 * the contract is tried on.
 */
final class PlainLedger implements AssignmentLedger {

    private final InstantSource clock;
    private final Optional<Flaw> flaw;
    private final Map<LeadId, Latest> leads = new ConcurrentSkipListMap<>();
    private final Map<String, Map<RepId, Long>> lags = new ConcurrentHashMap<>();
    private final Map<RepId, Integer> ghosts = new ConcurrentHashMap<>();
    private final Map<String, Used> keys = new ConcurrentHashMap<>();
    private final PlainFeed feed;
    private final AtomicBoolean moving = new AtomicBoolean();
    private final AtomicInteger reserving = new AtomicInteger();

    /** The latest place of a lead, what was owed for it, and how it ended. */
    private record Latest(Place place, Reservation asked, Optional<Settlement> ended) {
        boolean held() {
            return ended.isEmpty();
        }
    }

    private record Used(IdempotencyKey key, ReserveResult result, Instant at) {}

    PlainLedger(InstantSource clock, Optional<Flaw> flaw) {
        this.clock = clock;
        this.flaw = flaw;
        this.feed = new PlainFeed(flaw);
    }

    private boolean has(Flaw some) {
        return flaw.filter(some::equals).isPresent();
    }

    private Object lock() {
        return has(Flaw.TAKES_NO_LOCK) || has(Flaw.REPORTS_CROSSING_MOVES) ? new Object() : this;
    }

    /** Between looking and doing: without a lock others come in between. */
    @SuppressWarnings("ThreadPriorityCheck") // a hint is all that is needed
    private void pause() {
        if (has(Flaw.TAKES_NO_LOCK) || has(Flaw.REPORTS_CROSSING_MOVES)) {
            Thread.yield();
        }
    }

    private RepId rep(RepId rep) {
        return has(Flaw.FOLDS_LETTERS) ? new RepId(rep.value().toUpperCase(Locale.ROOT)) : rep;
    }

    private int load(RepId rep, String kind) {
        int sum = ghosts.getOrDefault(rep, 0);
        for (Latest latest : leads.values()) {
            Place place = latest.place();
            boolean counts = latest.held() && rep(place.rep()).equals(rep(rep));
            if (counts
                    && (has(Flaw.COUNTS_ALL_KINDS_TOGETHER)
                            || place.work().kind().equals(kind))) {
                sum += has(Flaw.COUNTS_PLACES_NOT_UNITS) ? 1 : place.work().units();
            }
        }
        return sum;
    }

    private boolean over(Place place) {
        Instant now = clock.instant();
        boolean late = has(Flaw.ENDS_LEASES_LATE) && place.until().equals(Optional.of(now));
        return place.isOver(now) && !late;
    }

    private void end(Latest latest, Settlement how, String reason) {
        Place place = latest.place();
        pause();
        if (!requireNonNull(leads.get(place.lead())).held()) {
            ghosts.merge(place.rep(), -1, Integer::sum);
        }
        leads.put(place.lead(), new Latest(place, latest.asked(), Optional.of(how)));
        feed.add(how == Settlement.EXPIRED ? Change.Sort.EXPIRED : Change.Sort.RELEASED, place, reason);
        boolean back =
                has(how == Settlement.EXPIRED ? Flaw.MOVES_LAGS_BACK_ON_EXPIRY : Flaw.MOVES_LAGS_BACK_ON_RELEASE);
        if (back && !latest.asked().shares().isEmpty()) {
            lags(latest.asked().pool()).merge(place.rep(), Lag.ONE_LEAD, Long::sum);
        }
        if (how == Settlement.EXPIRED && has(Flaw.GIVES_LAPSED_UNITS_BACK_TWICE)) {
            ghosts.merge(place.rep(), -1, Integer::sum);
        }
    }

    private Map<RepId, Long> lags(String pool) {
        return lags.computeIfAbsent(has(Flaw.MOVES_LAGS_OF_ALL_POOLS) ? "" : pool, name -> new ConcurrentHashMap<>());
    }

    private Optional<Latest> touched(LeadId lead) {
        Optional<Latest> latest = Optional.ofNullable(leads.get(lead));
        if (latest.isPresent() && latest.get().held() && over(latest.get().place()) && !has(Flaw.HOLDS_LAPSED_PLACES)) {
            end(latest.get(), Settlement.EXPIRED, "");
        }
        return Optional.ofNullable(leads.get(lead));
    }

    @Override
    public ReserveResult reserve(Reservation asked) {
        Optional<Bid> early = has(Flaw.TELLS_OF_ROOM_THAT_IS_GONE) ? winner(asked, Optional.empty()) : Optional.empty();
        reserving.incrementAndGet();
        try {
            return locked(asked, early);
        } finally {
            reserving.decrementAndGet();
        }
    }

    private ReserveResult locked(Reservation asked, Optional<Bid> early) {
        synchronized (lock()) {
            if (asked.terms().key().isEmpty() || has(Flaw.FORGETS_KEYS_AT_ONCE)) {
                return reserved(asked, early);
            }
            IdempotencyKey key = letters(asked.terms().key().get());
            Used used = keys.get(key.key());
            if (used == null) {
                pause();
                used = new Used(key, reserved(asked, early), clock.instant());
                if (used.result() instanceof ReserveResult.Granted || !has(Flaw.FORGETS_KEYS_OF_FAILURES)) {
                    keys.put(key.key(), used);
                }
            }
            return used.key().equals(key) || has(Flaw.TAKES_ANY_PAYLOAD_UNDER_A_KEY)
                    ? used.result()
                    : new ReserveResult.KeyReused();
        }
    }

    private IdempotencyKey letters(IdempotencyKey key) {
        return has(Flaw.FOLDS_LETTERS_OF_KEYS)
                ? new IdempotencyKey(key.key().toLowerCase(Locale.ROOT), key.payload())
                : key;
    }

    private ReserveResult reserved(Reservation asked, Optional<Bid> early) {
        Optional<Latest> latest = touched(asked.lead());
        Optional<Place> held = latest.filter(Latest::held).map(Latest::place);
        boolean moves = asked.terms().replaces().isPresent();
        if (held.isEmpty() && moves && !has(Flaw.TAKES_WHEN_THERE_IS_NOTHING_TO_MOVE)) {
            return new ReserveResult.Free();
        }
        boolean same = held.isPresent()
                && moves
                && (asked.terms().replaces().getAsLong() == held.get().token() || has(Flaw.MOVES_FROM_ANY_TOKEN));
        if (held.isPresent() && !same && !has(Flaw.GIVES_TWO_PLACES)) {
            return new ReserveResult.Held(held.get());
        }
        Optional<Bid> winner = winner(asked, held);
        if (winner.isEmpty()) {
            if (same && has(Flaw.DROPS_WHAT_CANNOT_BE_MOVED)) {
                end(requireNonNull(leads.get(asked.lead())), Settlement.RELEASED, "");
            }
            if (held.isEmpty()) {
                early.ifPresent(bid -> feed.tellAndTakeBack(asked, bid));
            }
            return new ReserveResult.Full();
        }
        pause();
        boolean backwards = has(Flaw.TELLS_A_MOVE_BACKWARDS_IN_A_CROWD) && reserving.get() > 1;
        held.filter(place -> !backwards).ifPresent(this::leave);
        Place granted =
                grant(asked, winner.get(), latest.map(each -> each.place().token()));
        held.filter(place -> backwards).ifPresent(this::leave);
        return new ReserveResult.Granted(granted);
    }

    private void leave(Place place) {
        if (has(Flaw.REPORTS_CROSSING_MOVES)) {
            if (!moving.compareAndSet(false, true)) {
                throw new IllegalStateException("deadlock detected");
            }
            pause();
            moving.set(false);
        }
        if (has(Flaw.KEEPS_THE_UNITS_OF_A_MOVE)) {
            ghosts.merge(place.rep(), place.work().units(), Integer::sum);
        }
        feed.add(Change.Sort.REPLACED, place, "");
    }

    private Optional<Bid> winner(Reservation asked, Optional<Place> held) {
        List<Bid> fitting = asked.bids().stream()
                .filter(bid -> fits(bid, asked.terms().kind(), held) || has(Flaw.IGNORES_LIMITS))
                .toList();
        if (fitting.isEmpty() && has(Flaw.TAKES_WHOM_NOBODY_NAMED)) {
            return Optional.of(new Bid(new RepId("nobody"), 1));
        }
        int index = has(Flaw.TAKES_THE_LAST_BIDDER) ? fitting.size() - 1 : 0;
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting.get(index));
    }

    private boolean fits(Bid bid, String kind, Optional<Place> held) {
        long own = held.filter(place ->
                        place.rep().equals(bid.rep()) && place.work().kind().equals(kind))
                .map(place -> (long) place.work().units())
                .orElse(0L);
        long load = load(bid.rep(), kind) - (has(Flaw.COUNTS_OWN_UNITS_AGAINST_A_MOVE) ? 0 : own);
        int need = has(Flaw.COUNTS_PLACES_NOT_UNITS) ? 1 : bid.units();
        return (has(Flaw.OVERFLOWS) ? (int) load + need : load + need) <= bid.limit();
    }

    private Place grant(Reservation asked, Bid bid, Optional<Long> earlier) {
        long after = Math.max(has(Flaw.FORGETS_WHAT_THE_HISTORY_KNOWS) ? 0 : asked.after(), earlier.orElse(0L));
        long token = has(Flaw.GIVES_A_TOKEN_AGAIN) ? Math.max(1, after) : after + 1;
        Optional<Instant> until = asked.terms().lease().span().map(clock.instant()::plus);
        boolean committed = asked.terms().lease().committed() && !has(Flaw.FORGETS_TO_COMMIT_DIRECTLY);
        Place place = new Place(
                asked.lead(), bid.rep(), token, new Work(asked.terms().kind(), bid.units()), committed, until);
        leads.put(asked.lead(), new Latest(place, asked, Optional.empty()));
        feed.add(Change.Sort.GRANTED, place, "");
        if (!asked.shares().isEmpty()) {
            owe(asked, bid.rep());
        }
        return place;
    }

    private void owe(Reservation asked, RepId winner) {
        Map<RepId, Long> pool = lags(asked.pool());
        for (Share share : asked.shares()) {
            owe(pool, share.rep(), share.units() & (has(Flaw.LOSES_ROUNDED_LAGS) ? ~1L : ~0L));
        }
        if (!has(Flaw.MOVES_LAGS_OF_NOBODY)) {
            owe(pool, winner, -Lag.ONE_LEAD);
        }
    }

    private void owe(Map<RepId, Long> pool, RepId rep, long delta) {
        long before = pool.getOrDefault(rep, 0L);
        pause();
        pool.put(rep, before + delta);
    }

    @Override
    public void regroup(String pool, Map<RepId, Integer> weights) {
        synchronized (lock()) {
            new PlainRegrouping(lags(pool), flaw).to(weights);
        }
    }

    /** How a place stands that somebody asks about; empty if it is held under this token. */
    private Optional<Settlement> stands(LeadId lead, long token, Flaw lenient) {
        Optional<Latest> latest = touched(lead);
        if (latest.isEmpty()) {
            return Optional.of(has(Flaw.CALLS_UNKNOWN_LEADS_STALE) ? Settlement.STALE : Settlement.UNKNOWN);
        }
        boolean stale = latest.get().place().token() != token && !has(lenient);
        return stale ? Optional.of(Settlement.STALE) : latest.get().ended();
    }

    @Override
    public Settlement commit(LeadId lead, long token) {
        synchronized (lock()) {
            boolean late = has(Flaw.COMMITS_AFTER_THE_END)
                    && leads.containsKey(lead)
                    && requireNonNull(leads.get(lead)).held();
            Optional<Settlement> stands = late ? Optional.empty() : stands(lead, token, Flaw.COMMITS_A_STALE_TOKEN);
            boolean released = stands.equals(Optional.of(Settlement.RELEASED));
            if (stands.isPresent() && !(released && has(Flaw.COMMITS_WHAT_WAS_RELEASED))) {
                return stands.get();
            }
            Latest latest = requireNonNull(leads.get(lead));
            if (latest.place().committed()) {
                return has(Flaw.REFUSES_A_SECOND_COMMIT) ? Settlement.STALE : Settlement.DONE;
            }
            pause();
            Place committed = latest.place().asCommitted();
            leads.put(lead, new Latest(committed, latest.asked(), Optional.empty()));
            feed.add(Change.Sort.COMMITTED, committed, "");
            return Settlement.DONE;
        }
    }

    @Override
    public Settlement release(LeadId lead, long token, String reason) {
        synchronized (lock()) {
            Optional<Settlement> stands = stands(lead, token, Flaw.RELEASES_A_STALE_TOKEN);
            if (stands.isPresent()) {
                if (stands.get() == Settlement.RELEASED && has(Flaw.RELEASES_TWICE)) {
                    ghosts.merge(requireNonNull(leads.get(lead)).place().rep(), -1, Integer::sum);
                }
                return stands.get() == Settlement.RELEASED && !has(Flaw.REFUSES_A_SECOND_RELEASE)
                        ? Settlement.DONE
                        : stands.get();
            }
            if (!has(Flaw.KEEPS_WHAT_IS_RELEASED)) {
                end(requireNonNull(leads.get(lead)), Settlement.RELEASED, reason);
            }
            return Settlement.DONE;
        }
    }

    @Override
    public Settlement renew(LeadId lead, long token, Duration lease) {
        synchronized (lock()) {
            Optional<Settlement> stands = stands(lead, token, Flaw.RENEWS_A_STALE_TOKEN);
            if (stands.isPresent()) {
                return stands.get();
            }
            Latest latest = requireNonNull(leads.get(lead));
            if (latest.place().until().isPresent() || has(Flaw.BOUNDS_WHAT_IS_UNBOUNDED)) {
                Instant from = has(Flaw.RENEWS_FROM_THE_OLD_END)
                        ? latest.place().until().orElse(clock.instant())
                        : clock.instant();
                Place renewed = latest.place().leasedUntil(from.plus(lease));
                leads.put(lead, new Latest(renewed, latest.asked(), Optional.empty()));
                if (!renewed.equals(latest.place())) {
                    feed.add(Change.Sort.RENEWED, renewed, "");
                }
            }
            return Settlement.DONE;
        }
    }

    @Override
    public Settlement restore(Place place) {
        synchronized (lock()) {
            if (place.token() > Place.MOST_RESTORED && !has(Flaw.RESTORES_ANY_TOKEN)) {
                throw new IllegalArgumentException("token must leave room for greater ones");
            }
            Optional<Latest> latest = touched(place.lead());
            Place put = place;
            if (latest.isPresent() && latest.get().place().token() >= place.token()) {
                Place known = latest.get().place();
                boolean newer = known.token() > place.token() && !has(Flaw.RESTORES_OVER_A_NEWER_TOKEN);
                if (newer || (!known.rep().equals(place.rep()) && !has(Flaw.RESTORES_ANOTHER_REP))) {
                    return Settlement.STALE;
                }
                if (latest.get().held() && known.token() == place.token() && !has(Flaw.RESTORES_TWICE)) {
                    return place.committed() ? commit(place.lead(), place.token()) : Settlement.DONE;
                }
                put = has(Flaw.FORGETS_THE_WORK_OF_WHAT_IT_RESTORES) ? place : withWork(place, known.work());
            }
            if (has(Flaw.RESTORES_WITHIN_LIMITS_OF_NOBODY)
                    && load(put.rep(), put.work().kind()) > 0) {
                return Settlement.STALE;
            }
            latest.filter(Latest::held).ifPresent(held -> feed.add(Change.Sort.REPLACED, held.place(), ""));
            if (latest.isPresent() && latest.get().held() && has(Flaw.RESTORES_TWICE)) {
                ghosts.merge(put.rep(), 1, Integer::sum);
            }
            Reservation asked = new Reservation(put.lead(), "", 0, List.of(), List.of());
            leads.put(put.lead(), new Latest(put, asked, Optional.empty()));
            feed.add(Change.Sort.RESTORED, put, "");
            return Settlement.DONE;
        }
    }

    private static Place withWork(Place place, Work work) {
        return new Place(place.lead(), place.rep(), place.token(), work, place.committed(), place.until());
    }

    private List<Latest> leased() {
        Comparator<Latest> byEnd =
                Comparator.comparing(latest -> latest.place().until().orElse(Instant.MIN));
        return leads.values().stream()
                .filter(Latest::held)
                .filter(latest -> latest.place().until().isPresent()
                        || (has(Flaw.EXPIRES_COMMITTED_PLACES) && latest.place().committed()))
                .sorted(has(Flaw.EXPIRES_THE_LATEST_FIRST) ? byEnd.reversed() : byEnd)
                .toList();
    }

    @Override
    public List<Place> expire(int most) {
        synchronized (lock()) {
            if (most < 1) {
                throw new IllegalArgumentException("most must be 1 or more, was " + most);
            }
            List<Latest> over = leased().stream()
                    .filter(latest -> latest.place().committed() || over(latest.place()))
                    .filter(latest -> !has(Flaw.EXPIRES_NOTHING))
                    .limit(has(Flaw.EXPIRES_ANY_NUMBER) ? Long.MAX_VALUE : most)
                    .toList();
            over.forEach(latest -> end(latest, Settlement.EXPIRED, ""));
            return over.stream().map(Latest::place).toList();
        }
    }

    @Override
    public Optional<Instant> nextExpiry() {
        synchronized (lock()) {
            return has(Flaw.TELLS_NO_NEXT_EXPIRY)
                    ? Optional.empty()
                    : leased().stream()
                            .flatMap(latest -> latest.place().until().stream())
                            .min(Comparator.naturalOrder());
        }
    }

    @Override
    public Optional<Place> find(LeadId lead) {
        synchronized (lock()) {
            return Optional.ofNullable(leads.get(lead))
                    .filter(Latest::held)
                    .map(Latest::place)
                    .filter(place -> !over(place) || has(Flaw.SHOWS_LAPSED_PLACES))
                    .filter(place -> !has(Flaw.FINDS_NOTHING));
        }
    }

    @Override
    public List<Place> places(Optional<LeadId> after, int most) {
        synchronized (lock()) {
            if (most < 1) {
                throw new IllegalArgumentException("most must be 1 or more, was " + most);
            }
            return leads.values().stream()
                    .filter(Latest::held)
                    .map(Latest::place)
                    .filter(place -> has(Flaw.PAGES_START_ANEW)
                            || after.isEmpty()
                            || place.lead().compareTo(after.get()) > 0)
                    .limit(has(Flaw.PAGES_HAVE_NO_END) ? Long.MAX_VALUE : most)
                    .collect(Collectors.toList());
        }
    }

    @Override
    public List<Standing> standings(String pool, String kind, List<RepId> reps) {
        synchronized (lock()) {
            if (has(Flaw.REFUSES_UNKNOWN_REPS)) {
                reps.forEach(rep -> requireNonNull(lags(pool).get(rep)));
            }
            List<Standing> standings = reps.stream()
                    .map(rep -> new Standing(load(rep, kind), lags(pool).getOrDefault(rep, 0L)))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (has(Flaw.STANDS_IN_ANOTHER_ORDER)) {
                standings.sort(Comparator.comparing(Standing::open).reversed());
            }
            return standings;
        }
    }

    @Override
    public Changes changes(long after, int most) {
        synchronized (lock()) {
            return feed.after(after, most);
        }
    }

    @Override
    public int forget(int most) {
        synchronized (lock()) {
            if (most < 1) {
                throw new IllegalArgumentException("most must be 1 or more, was " + most);
            }
            Duration kept = has(Flaw.FORGETS_KEYS_TOO_EARLY) ? KEY_RETENTION.dividedBy(2) : KEY_RETENTION;
            List<String> old = keys.values().stream()
                    .filter(used -> used.at().isBefore(clock.instant().minus(kept)))
                    .filter(used -> !has(Flaw.KEEPS_KEYS_FOR_EVER))
                    .limit(most)
                    .map(used -> used.key().key())
                    .toList();
            old.forEach(keys::remove);
            return old.size();
        }
    }
}
