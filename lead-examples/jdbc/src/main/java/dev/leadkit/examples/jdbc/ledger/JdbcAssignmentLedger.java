package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Changes;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.routing.ledger.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Keeps places, loads and lags in tables. Every step locks the lead's row first, then loads by kind and rep, then lags by rep, so
 * that steps wait for each other in one direction only; a load is taken by one conditional update, so that nobody sees room that
 * is gone. Thread-safe.
 */
public final class JdbcAssignmentLedger implements AssignmentLedger {

    private final Transactions transactions;
    private final DatabaseClock clock;

    private JdbcAssignmentLedger(Transactions transactions, DatabaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Each step in a transaction of its own. One that the database chose as a victim of a deadlock, or could not put in a row with
     * others, is begun anew, up to 20 times.
     *
     * @param database where to
     * @param clock what time it is
     * @return the ledger
     */
    public static AssignmentLedger on(DataSource database, DatabaseClock clock) {
        return new JdbcAssignmentLedger(Transactions.own(database), clock);
    }

    /**
     * All steps in the transaction that the host has begun: nothing here commits, rolls back or closes its connection, and
     * nothing is begun anew.
     *
     * @param current hands out the connection of the transaction that is running
     * @param clock what time it is
     * @return the ledger
     */
    public static AssignmentLedger within(Supplier<Connection> current, DatabaseClock clock) {
        return new JdbcAssignmentLedger(Transactions.host(current), clock);
    }

    /** Runs a step until it gives a result; what it did before it gave none is undone. */
    @Override
    public ReserveResult reserve(Reservation asked) {
        Terms terms = asked.terms();
        if (terms.key().isEmpty()) {
            return transactions.settle(connection -> reserved(connection, asked));
        }
        return transactions.settle(connection -> {
            Optional<ReserveResult> earlier =
                    LedgerKeys.taken(connection, terms.key().get(), clock.now(connection));
            if (earlier.isPresent()) {
                return earlier;
            }
            Optional<ReserveResult> result = reserved(connection, asked);
            if (result.isPresent()) {
                LedgerKeys.keep(connection, terms.key().get(), result.get());
            }
            return result;
        });
    }

    private Optional<ReserveResult> reserved(Connection connection, Reservation asked) throws SQLException {
        LedgerSituation situation = LedgerSituation.made(connection, asked.lead(), clock);
        Changing changing = new Changing();
        Optional<Place> held = situation.held();
        boolean over = situation.isOver();
        if (over) {
            changing.end(situation.latest().orElseThrow(), Settlement.EXPIRED, "");
        }
        Optional<ReserveResult> refusal = refusal(asked.terms(), over ? Optional.empty() : held);
        ReserveResult result = refusal.isPresent() ? refusal.get() : taken(connection, changing, asked, situation);
        return changing.send(connection) ? Optional.of(result) : Optional.empty();
    }

    private static Optional<ReserveResult> refusal(Terms terms, Optional<Place> held) {
        if (held.isEmpty()) {
            return terms.replaces().isPresent() ? Optional.of(new ReserveResult.Free()) : Optional.empty();
        }
        boolean moves = terms.replaces().orElse(0) == held.get().token();
        return moves ? Optional.empty() : Optional.of(new ReserveResult.Held(held.get()));
    }

    @Override
    public void regroup(String pool, Map<RepId, Integer> weights) {
        Regrouping regrouping = new Regrouping(pool, weights);
        transactions.settle(connection -> Optional.of(regrouping.send(connection)));
    }

    private static ReserveResult taken(
            Connection connection, Changing changing, Reservation asked, LedgerSituation situation)
            throws SQLException {
        Optional<Place> leaving = situation.held();
        String kind = asked.terms().kind();
        List<RepId> reps = asked.bids().stream().map(Bid::rep).toList();
        Map<RepId, Integer> loads = new HashMap<>(LedgerSituation.loads(connection, kind, reps, leaving));
        leaving.filter(place -> place.work().kind().equals(kind))
                .ifPresent(place -> loads.merge(place.rep(), -place.work().units(), Integer::sum));
        for (Bid bid : asked.bids()) {
            if ((long) loads.getOrDefault(bid.rep(), 0) + bid.units() <= bid.limit()) {
                Place place = place(asked, bid, situation);
                if (!situation.isOver()) {
                    leaving.ifPresent(old -> changing.giveBack(Change.Sort.REPLACED, old, ""));
                }
                changing.take(Change.Sort.GRANTED, place, bid.limit());
                if (!asked.shares().isEmpty()) {
                    changing.owe(asked, bid.rep());
                }
                return new ReserveResult.Granted(place);
            }
        }
        return new ReserveResult.Full();
    }

    private static Place place(Reservation asked, Bid bid, LedgerSituation situation) {
        Lease lease = asked.terms().lease();
        return new Place(
                asked.lead(),
                bid.rep(),
                Math.addExact(Math.max(asked.after(), situation.token()), 1),
                new Work(asked.terms().kind(), bid.units()),
                lease.committed(),
                lease.span().map(span -> situation.now().plus(span).truncatedTo(ChronoUnit.MICROS)));
    }

    /** Something to do with the place that is held under the token that somebody told. */
    private interface Holding {
        void change(Changing changing, PlaceRow row, Instant now);
    }

    private Settlement settle(LeadId lead, long token, Settlement released, Holding holding) {
        return transactions.settle(connection -> {
            LedgerSituation situation = LedgerSituation.of(connection, lead, clock);
            if (situation.latest().isEmpty()) {
                return Optional.of(Settlement.UNKNOWN);
            }
            PlaceRow row = situation.latest().get();
            Changing changing = new Changing();
            Settlement result = Settlement.DONE;
            if (situation.isOver()) {
                changing.end(row, Settlement.EXPIRED, "");
                result = token == row.place().token() ? Settlement.EXPIRED : Settlement.STALE;
            } else if (token != row.place().token()) {
                result = Settlement.STALE;
            } else if (row.ended().isPresent()) {
                result = row.ended().get() == Settlement.RELEASED
                        ? released
                        : row.ended().get();
            } else {
                holding.change(changing, row, situation.now());
            }
            changing.send(connection);
            return Optional.of(result);
        });
    }

    @Override
    public Settlement commit(LeadId lead, long token) {
        return settle(lead, token, Settlement.RELEASED, (changing, row, now) -> commit(changing, row));
    }

    private static void commit(Changing changing, PlaceRow row) {
        if (!row.place().committed()) {
            changing.put(PlaceRow.held(row.place().asCommitted()));
            changing.tell(Change.Sort.COMMITTED, row.place().asCommitted());
        }
    }

    @Override
    public Settlement release(LeadId lead, long token, String reason) {
        if (reason.length() > Change.LONGEST_REASON) {
            throw new IllegalArgumentException("reason must be a text of at most " + Change.LONGEST_REASON
                    + " characters, had " + reason.length());
        }
        return settle(
                lead, token, Settlement.DONE, (changing, row, now) -> changing.end(row, Settlement.RELEASED, reason));
    }

    @Override
    public Settlement renew(LeadId lead, long token, Duration lease) {
        Lease.check(lease);
        return settle(lead, token, Settlement.RELEASED, (changing, row, now) -> {
            Place renewed = row.place().leasedUntil(now.plus(lease).truncatedTo(ChronoUnit.MICROS));
            if (row.place().until().isPresent() && !row.place().equals(renewed)) {
                changing.put(PlaceRow.held(renewed));
                changing.tell(Change.Sort.RENEWED, renewed);
            }
        });
    }

    @Override
    public Settlement restore(Place place) {
        LeadId lead = place.restorable().lead();
        return transactions.settle(connection -> {
            LedgerSituation situation = LedgerSituation.made(connection, lead, clock);
            Changing changing = new Changing();
            Settlement result = restored(connection, changing, place, situation);
            return changing.send(connection) ? Optional.of(result) : Optional.empty();
        });
    }

    private static Settlement restored(Connection connection, Changing changing, Place place, LedgerSituation situation)
            throws SQLException {
        Optional<Place> latest = situation.latest().map(PlaceRow::place);
        if (situation.isOver()) {
            changing.end(situation.latest().orElseThrow(), Settlement.EXPIRED, "");
        }
        Optional<Place> held = situation.isOver() ? Optional.empty() : situation.held();
        Place put = place;
        if (latest.isPresent() && latest.get().token() >= place.token()) {
            if (latest.get().token() > place.token() || !latest.get().rep().equals(place.rep())) {
                return Settlement.STALE;
            }
            if (held.isPresent()) {
                if (place.committed()) {
                    commit(changing, situation.latest().orElseThrow());
                }
                return Settlement.DONE;
            }
            put = withWork(place, latest.get().work());
        }
        LedgerSituation.loads(connection, put.work().kind(), List.of(put.rep()), held);
        held.ifPresent(old -> changing.giveBack(Change.Sort.REPLACED, old, ""));
        changing.take(Change.Sort.RESTORED, put, Integer.MAX_VALUE);
        return Settlement.DONE;
    }

    private static Place withWork(Place place, Work work) {
        return new Place(place.lead(), place.rep(), place.token(), work, place.committed(), place.until());
    }

    /** Those that somebody touches just now are left to him. Loads are given back in the order in which they are locked. */
    @Override
    public List<Place> expire(int most) {
        checkMost(most);
        return transactions.settle(connection -> {
            Instant now = clock.now(connection);
            List<PlaceRow> over = new ArrayList<>();
            new RoundTrip()
                    .query(
                            "select " + PlaceRow.COLUMNS + " from ledger_place where until_at <= ? "
                                    + "order by until_at, lead limit ? for update skip locked",
                            row -> over.add(PlaceRow.read(row, 1).orElseThrow()),
                            Cells.of(now),
                            most)
                    .send(connection);
            Changing changing = new Changing();
            over.stream()
                    .sorted(Comparator.comparing((PlaceRow row) ->
                                    Cells.of(row.place().work().kind()))
                            .thenComparing(row -> Cells.of(row.place().rep().value())))
                    .forEach(row -> changing.end(row, Settlement.EXPIRED, ""));
            changing.send(connection);
            return Optional.of(over.stream().map(PlaceRow::place).toList());
        });
    }

    @Override
    public Optional<Instant> nextExpiry() {
        List<Instant> first = new ArrayList<>();
        transactions.read(connection -> {
            new RoundTrip()
                    .query(
                            "select until_at from ledger_place where until_at < ? order by until_at limit 1",
                            row -> first.add(Cells.moment(row.getBigDecimal(1))),
                            PlaceRow.NEVER)
                    .send(connection);
            return first;
        });
        return first.stream().findFirst();
    }

    @Override
    public Optional<Place> find(LeadId lead) {
        List<Place> found = new ArrayList<>();
        List<Instant> now = new ArrayList<>();
        transactions.read(connection -> {
            RoundTrip questions = new RoundTrip()
                    .query(
                            "select " + PlaceRow.COLUMNS + " from ledger_place where " + PlaceRow.HELD
                                    + " and lead = ?",
                            row -> found.add(PlaceRow.read(row, 1).orElseThrow().place()),
                            Cells.of(lead.value()));
            clock.ask(questions, now);
            questions.send(connection);
            return found;
        });
        return found.stream().filter(place -> !place.isOver(now.get(0))).findFirst();
    }

    @Override
    public List<Place> places(Optional<LeadId> after, int most) {
        checkMost(most);
        List<Place> page = new ArrayList<>();
        return transactions.read(connection -> {
            new RoundTrip()
                    .query(
                            "select " + PlaceRow.COLUMNS + " from ledger_place where " + PlaceRow.HELD
                                    + " and lead > ? order by lead limit ?",
                            row -> page.add(PlaceRow.read(row, 1).orElseThrow().place()),
                            after.map(lead -> Cells.of(lead.value())).orElse(""),
                            most)
                    .send(connection);
            return List.copyOf(page);
        });
    }

    @Override
    public List<Standing> standings(String pool, String kind, List<RepId> reps) {
        Map<String, Integer> loads = new HashMap<>();
        Map<String, Long> lags = new HashMap<>();
        List<String> names = reps.stream().map(rep -> Cells.of(rep.value())).toList();
        transactions.read(connection -> {
            new RoundTrip()
                    .query(
                            "select rep, units from ledger_load where kind = ? and rep = any(?)",
                            row -> loads.put(row.getString(1), row.getInt(2)),
                            Cells.of(kind),
                            RoundTrip.any(names))
                    .query(
                            "select rep, lag from ledger_lag where pool = ? and rep = any(?)",
                            row -> lags.put(row.getString(1), row.getLong(2)),
                            Cells.of(pool),
                            RoundTrip.any(names))
                    .send(connection);
            return loads;
        });
        return names.stream()
                .map(rep -> new Standing(loads.getOrDefault(rep, 0), lags.getOrDefault(rep, 0L)))
                .toList();
    }

    @Override
    public Changes changes(long after, int most) {
        if (after < 0) {
            throw new IllegalArgumentException("after must be 0 or more, was " + after);
        }
        checkMost(most);
        return new LedgerFeed(transactions).after(after, most);
    }

    @Override
    public int forget(int most) {
        checkMost(most);
        return transactions.settle(connection -> {
            Instant before = clock.now(connection).minus(KEY_RETENTION);
            List<Integer> keys = new ArrayList<>();
            new RoundTrip()
                    .update(
                            "delete from ledger_key where idempotency_key in (select idempotency_key from ledger_key "
                                    + "where kept_from < ? order by kept_from limit ?)",
                            keys::add,
                            Cells.of(before),
                            most)
                    .send(connection);
            int changes = most > keys.get(0) ? LedgerFeed.forget(connection, most - keys.get(0)) : 0;
            return Optional.of(keys.get(0) + changes);
        });
    }

    private static void checkMost(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be 1 or more, was " + most);
        }
    }
}
