package dev.leadkit.examples.jdbc;

import dev.leadkit.examples.jdbc.SituationReader.Proposal;
import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Outbox;
import dev.leadkit.store.Payload;
import dev.leadkit.store.Quarantine;
import dev.leadkit.store.StoredLead;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leads in a relational database: PostgreSQL 12 and later (tested on 18), and H2 in its PostgreSQL mode. The tables are made by
 * {@link dev.leadkit.examples.jdbc.sql.Schema}. Immutable, and thread-safe as far as the source of its connections is.
 *
 * <p>A list of commits is one transaction, in which each commit is put in whole or refused by itself. It takes two round
 * trips whatever the number of commits: one that locks the leads' rows and reads what decides, one that writes. Writers
 * wait for each other only where they want the same lead or key; all take these in the same order, so that they never wait
 * in a circle. If the database reports a deadlock nevertheless (with locks that the host holds, say), or anything else, it
 * is a {@link dev.leadkit.examples.jdbc.sql.DatabaseException}, and nothing of the call is kept.
 */
public final class JdbcLeadStore implements LeadStore {

    private final Transactions transactions;
    private final FieldCatalog catalog;
    private final SearchFields search;
    private final List<LeadMirror> mirrors;
    private final LeadReader reader;
    private final Outbox outbox;
    private final Quarantine quarantine;

    private JdbcLeadStore(
            Transactions transactions, FieldCatalog catalog, SearchFields search, List<LeadMirror> mirrors) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.search = search;
        this.mirrors = List.copyOf(mirrors);
        this.reader = new LeadReader(catalog, search);
        this.outbox = new JdbcOutbox(transactions);
        this.quarantine = new JdbcQuarantine(transactions);
    }

    /**
     * A store that can look for leads by their stage and their owner.
     *
     * @param transactions whose transactions it works in: {@link Transactions#own its own} or the
     *     {@link Transactions#host host's}
     * @param catalog all fields that leads have ever had
     * @return the store
     */
    public static JdbcLeadStore in(Transactions transactions, FieldCatalog catalog) {
        return new JdbcLeadStore(
                transactions,
                catalog,
                new SearchFields(List.of(StandardFields.STAGE, StandardFields.OWNER)),
                List.of());
    }

    /**
     * The same store for looking for leads by other fields. A field is found of leads that were changed since it was named
     * here; those who used the store before without it write such leads anew.
     *
     * @param fields the fields
     * @return the store with these fields instead of those it had
     */
    public JdbcLeadStore searchable(Field<?>... fields) {
        return new JdbcLeadStore(transactions, catalog, new SearchFields(Arrays.asList(fields)), mirrors);
    }

    /**
     * The same store with something beside it that shows what leads are now.
     *
     * @param mirror is told of each lead that is new or may have changed, in the transaction that did it
     * @return the store with one mirror more
     */
    public JdbcLeadStore mirroredBy(LeadMirror mirror) {
        List<LeadMirror> more = new ArrayList<>(mirrors);
        more.add(mirror);
        return new JdbcLeadStore(transactions, catalog, search, more);
    }

    @Override
    public Map<LeadId, StoredLead> find(Collection<LeadId> ids) {
        return ids.isEmpty() ? Map.of() : transactions.read(connection -> reader.find(connection, ids));
    }

    @Override
    public Map<MatchKey, LeadId> findByKey(Collection<MatchKey> keys) {
        return keys.isEmpty() ? Map.of() : transactions.read(connection -> reader.findByKey(connection, keys));
    }

    @Override
    public List<LeadId> page(LeadQuery query, Optional<LeadId> after, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("page must have room for a lead, was most " + most);
        }
        return transactions.read(connection -> reader.page(connection, query, after, most));
    }

    @Override
    public List<CommitResult> commit(List<Commit> commits) {
        if (commits.isEmpty()) {
            return List.of();
        }
        List<Proposal> proposals = commits.stream().map(Proposal::of).toList();
        CommitWork work = new CommitWork(catalog, search, mirrors);
        return transactions.settle(connection -> work.attempt(connection, proposals));
    }

    @Override
    public boolean redact(LeadId id) {
        Erasure erasure = new Erasure(catalog, search, mirrors);
        return transactions.run(connection -> erasure.redact(connection, id));
    }

    @Override
    public List<FeedEvent> feed(long after, int most) {
        if (after < 0 || most < 1) {
            throw new IllegalArgumentException(
                    "feed page must start from 0 up and have room for an event, was after " + after + ", most " + most);
        }
        return new Feed(transactions, catalog).after(after, most);
    }

    @Override
    public List<Payload> payloads(LeadId lead) {
        return transactions.read(connection -> payloads(connection, lead));
    }

    private static List<Payload> payloads(Connection connection, LeadId lead) throws SQLException {
        List<Payload> payloads = new ArrayList<>();
        new RoundTrip()
                .query(
                        "select submission, received_at, keep_until from lead_payload where lead = ? order by seq",
                        row -> payloads.add(new Payload(
                                StoredSubmission.read(row.getString(1)),
                                Cells.moment(row.getBigDecimal(2)),
                                Cells.moment(row.getBigDecimal(3)))),
                        Cells.of(lead.value()))
                .send(connection);
        return List.copyOf(payloads);
    }

    @Override
    public long forget(Instant now) {
        return transactions.run(connection -> forget(connection, now));
    }

    /** What somebody else is forgetting at the same moment is left to them, so that the two never wait in a circle. */
    private static long forget(Connection connection, Instant now) throws SQLException {
        List<Integer> counts = new ArrayList<>();
        RoundTrip trip = new RoundTrip();
        for (String[] of : new String[][] {
            {"lead_payload", "seq"}, {"lead_reservation", "idempotency_key"}, {"lead_quarantine", "number"}
        }) {
            trip.update(
                    "delete from " + of[0] + " where " + of[1] + " in (select " + of[1] + " from " + of[0]
                            + " where keep_until <= ? for update skip locked)",
                    counts::add,
                    Cells.of(now));
        }
        trip.send(connection);
        return counts.stream().mapToLong(Integer::longValue).sum();
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Quarantine quarantine() {
        return quarantine;
    }
}
