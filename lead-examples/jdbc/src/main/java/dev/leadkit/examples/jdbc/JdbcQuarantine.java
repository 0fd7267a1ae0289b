package dev.leadkit.examples.jdbc;

import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.store.KeepResult;
import dev.leadkit.store.Quarantine;
import dev.leadkit.store.QuarantineItem;
import dev.leadkit.store.QuarantinedSubmission;
import dev.leadkit.store.Reservation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Items in a table, told apart by the fingerprint of their submissions. */
final class JdbcQuarantine implements Quarantine {

    private static final String ITEM =
            "select number, submission, faults, received_at, keep_until from lead_quarantine ";

    private final Transactions transactions;

    JdbcQuarantine(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public KeepResult keep(QuarantinedSubmission submission, Optional<Reservation> reservation) {
        return transactions.settle(connection -> keep(connection, submission, reservation));
    }

    /** Empty if the key, or the item, was there and is not any more. */
    private static Optional<KeepResult> keep(
            Connection connection, QuarantinedSubmission submission, Optional<Reservation> reservation)
            throws SQLException {
        if (reservation.isPresent() && !reserve(connection, submission, reservation.get())) {
            return replay(connection, reservation.get());
        }
        String fingerprint = submission.submission().fingerprint();
        String faults = StoredSubmission.write(submission.faults());
        List<KeepResult> kept = new ArrayList<>();
        new RoundTrip()
                .update(
                        "insert into lead_quarantine (fingerprint, record, submission, faults, received_at, keep_until) "
                                + "values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        fingerprint,
                        Cells.of(submission.record().value()),
                        StoredSubmission.write(submission.submission()),
                        faults,
                        Cells.of(submission.receivedAt()),
                        Cells.of(submission.keepUntil()))
                .update(
                        "update lead_quarantine set faults = ?, received_at = ?, keep_until = ? where fingerprint = ?",
                        faults,
                        Cells.of(submission.receivedAt()),
                        Cells.of(submission.keepUntil()),
                        fingerprint)
                .query(
                        "select number from lead_quarantine where fingerprint = ?",
                        row -> kept.add(new KeepResult.Kept(row.getLong(1))),
                        fingerprint)
                .send(connection);
        return kept.stream().findFirst();
    }

    private static boolean reserve(Connection connection, QuarantinedSubmission submission, Reservation wanted)
            throws SQLException {
        List<Integer> leftOut = new ArrayList<>();
        new RoundTrip()
                .insert(
                        Changes.RESERVATIONS,
                        List.<@Nullable Object[]>of(Changes.reservationRow(wanted, submission.record())),
                        leftOut::add)
                .send(connection);
        return leftOut.contains(0);
    }

    private static Optional<KeepResult> replay(Connection connection, Reservation wanted) throws SQLException {
        List<KeepResult> earlier = new ArrayList<>();
        new RoundTrip()
                .query(
                        "select payload, result from lead_reservation where idempotency_key = ?",
                        row -> earlier.add(
                                Cells.text(row.getString(1)).equals(wanted.key().payload())
                                        ? new KeepResult.Repeated(Cells.text(row.getString(2)))
                                        : new KeepResult.KeyReused()),
                        Cells.of(wanted.key().key()))
                .send(connection);
        return earlier.stream().findFirst();
    }

    @Override
    public Optional<QuarantineItem> find(long number) {
        return items("where number = ?", number).stream().findFirst();
    }

    @Override
    public List<QuarantineItem> page(long after, int most) {
        if (after < 0 || most < 1) {
            throw new IllegalArgumentException(
                    "quarantine page must start from 0 up and have room for an item, was after " + after + ", most "
                            + most);
        }
        return items("where number > ? order by number limit ?", after, most);
    }

    private List<QuarantineItem> items(String condition, Object... parameters) {
        return transactions.read(connection -> {
            List<QuarantineItem> items = new ArrayList<>();
            new RoundTrip()
                    .query(ITEM + condition, row -> items.add(item(row)), parameters)
                    .send(connection);
            return List.copyOf(items);
        });
    }

    private static QuarantineItem item(ResultSet row) throws SQLException {
        QuarantinedSubmission content = new QuarantinedSubmission(
                StoredSubmission.read(row.getString(2)),
                StoredSubmission.faults(row.getString(3)),
                Cells.moment(row.getBigDecimal(4)),
                Cells.moment(row.getBigDecimal(5)));
        return new QuarantineItem(row.getLong(1), content);
    }

    @Override
    public boolean remove(long number) {
        return transactions.run(connection -> {
            List<Integer> removed = new ArrayList<>();
            new RoundTrip()
                    .update("delete from lead_quarantine where number = ?", removed::add, number)
                    .send(connection);
            return removed.contains(1);
        });
    }
}
