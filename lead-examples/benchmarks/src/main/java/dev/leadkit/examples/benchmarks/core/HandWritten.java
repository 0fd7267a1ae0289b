package dev.leadkit.examples.benchmarks.core;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.json.EventJson;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.Commit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a good developer writes by hand to put new leads in: the same rows in the same tables, in one transaction, each table
 * with one batch, and no question asked. It does not notice that a lead or a key is there already.
 */
record HandWritten(Connection connection) {

    private static final String LEAD =
            "insert into lead (id, version, events, newest_token, turn, place) values (?, 1, 1, null, nextval('lead_turn'), 0)";
    private static final String EVENT =
            "insert into lead_event (lead, id, kind, skeleton, personal) values (?, ?, ?, ?, ?)";
    private static final String KEY = "insert into lead_key (kind, match_value, lead) values (?, ?, ?)";
    private static final String FIELD = "insert into lead_field (lead, field, comparable) values (?, 'stage', '=new')";

    void write(List<Commit> commits) throws SQLException {
        try (PreparedStatement leads = connection.prepareStatement(LEAD);
                PreparedStatement events = connection.prepareStatement(EVENT);
                PreparedStatement keys = connection.prepareStatement(KEY);
                PreparedStatement fields = connection.prepareStatement(FIELD)) {
            for (Commit commit : commits) {
                add(leads, commit.lead().value());
                add(events, commit.events().get(0));
                for (MatchKey key : commit.keys()) {
                    add(keys, key.kind(), key.value(), commit.lead().value());
                }
                add(fields, commit.lead().value());
            }
            leads.executeBatch();
            events.executeBatch();
            keys.executeBatch();
            fields.executeBatch();
            connection.commit();
        }
    }

    private static void add(PreparedStatement events, LeadEvent event) throws SQLException {
        Map<String, Object> tree = new LinkedHashMap<>(EventJson.write(event));
        Object personal = tree.remove("personal");
        add(
                events,
                event.leadId().value(),
                event.id().value(),
                "captured",
                JsonText.line(tree),
                JsonText.line(personal));
    }

    private static void add(PreparedStatement statement, String... texts) throws SQLException {
        for (int i = 0; i < texts.length; i++) {
            statement.setString(i + 1, texts[i]);
        }
        statement.addBatch();
    }
}
