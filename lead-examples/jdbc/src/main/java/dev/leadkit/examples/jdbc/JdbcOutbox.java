package dev.leadkit.examples.jdbc;

import dev.leadkit.event.Effect;
import dev.leadkit.event.EffectId;
import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Claim;
import dev.leadkit.store.ClaimRequest;
import dev.leadkit.store.Outbox;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Effects in a table; a completed one stays known, so that it is never carried out again. */
final class JdbcOutbox implements Outbox {

    private final Transactions transactions;

    JdbcOutbox(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        return transactions.run(connection -> claim(connection, request));
    }

    /** What another worker is about to claim is passed over, not waited for. */
    private static List<Claim> claim(Connection connection, ClaimRequest request) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        List<Object> parameters = new ArrayList<>(List.of(Cells.of(request.now())));
        request.types()
                .ifPresent(types -> parameters.add(
                        RoundTrip.any(types.stream().map(type -> Cells.of(type)).toList())));
        parameters.add(request.most());
        new RoundTrip()
                .query(
                        "select id, lead, type, due_at, facts, personal, attempts, failures from lead_effect "
                                + "where not complete and free_at <= ? "
                                + (request.types().isPresent() ? "and type = any(?) " : "")
                                + "order by free_at, turn, place limit ? for update skip locked",
                        row -> claims.add(new Claim(effect(row), row.getInt(7) + 1, row.getInt(8))),
                        parameters.toArray())
                .send(connection);
        if (!claims.isEmpty()) {
            List<String> ids = claims.stream()
                    .map(claim -> Cells.of(claim.effect().id().value()))
                    .toList();
            new RoundTrip()
                    .update(
                            "update lead_effect set free_at = ?, attempts = attempts + 1 where id = any(?)",
                            Cells.of(request.until()),
                            RoundTrip.any(ids))
                    .send(connection);
        }
        return List.copyOf(claims);
    }

    private static Effect effect(ResultSet row) throws SQLException {
        String personal = row.getString(6);
        return new Effect(
                new EffectId(Cells.text(row.getString(1))),
                new LeadId(Cells.text(row.getString(2))),
                Cells.text(row.getString(3)),
                Cells.moment(row.getBigDecimal(4)),
                StoredSubmission.content(row.getString(5)),
                personal == null ? new TreeMap<>() : StoredSubmission.content(personal));
    }

    @Override
    public boolean complete(Claim claim) {
        return settle(claim, claim.effect().dueAt(), "complete = true");
    }

    @Override
    public boolean postpone(Claim claim, Instant dueAt) {
        return settle(claim, dueAt, "complete = false");
    }

    @Override
    public boolean failed(Claim claim, Instant dueAt) {
        return settle(claim, dueAt, "failures = failures + 1");
    }

    private boolean settle(Claim claim, Instant free, String change) {
        List<Integer> settled = new ArrayList<>();
        transactions.run(connection -> {
            new RoundTrip()
                    .update(
                            "update lead_effect set free_at = ?, " + change
                                    + " where id = ? and attempts = ? and failures = ? and not complete",
                            settled::add,
                            Cells.of(free),
                            Cells.of(claim.effect().id().value()),
                            claim.attempt(),
                            claim.failures())
                    .send(connection);
            return true;
        });
        return settled.contains(1);
    }
}
