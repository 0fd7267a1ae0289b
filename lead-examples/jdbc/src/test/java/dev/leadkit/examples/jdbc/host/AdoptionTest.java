package dev.leadkit.examples.jdbc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.Origin;
import dev.leadkit.event.StageMoved;
import dev.leadkit.event.Updated;
import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class AdoptionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final LeadId FIRST = LeadId.derived("crm_contact", "1");

    private DataSource database;
    private LeadStore store;

    @BeforeEach
    void open() {
        database = Contacts.created(Databases.postgres());
        store = Contacts.store(Transactions.own(database));
    }

    private AdoptionReport adopt() {
        Adoption adoption = Adoption.of(
                Contacts.TABLE,
                Contacts::store,
                values -> values.get(StandardFields.EMAIL)
                        .map(mail -> List.of(new MatchKey("email", mail.value())))
                        .orElse(List.of()),
                InstantSource.fixed(NOW));
        return adoption.run(Transactions.own(database));
    }

    private List<String> contacts() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select mail, surname, firm, status, note from crm_contact order by contact_no")) {
            while (row.next()) {
                rows.add(String.join(
                        "|",
                        row.getString(1) + "",
                        row.getString(2) + "",
                        row.getString(3) + "",
                        row.getString(4) + "",
                        row.getString(5) + ""));
            }
        }
        return rows;
    }

    private Lead lead(LeadId id) {
        return store.find(id).orElseThrow().history().lead();
    }

    @Test
    @DisplayName("A row that was there becomes a lead with its values, its stage, and keys to find it by; once")
    void captured() throws SQLException {
        Contacts.run(
                database,
                "insert into crm_contact (mail, surname, status, visit_at) values "
                        + "('ada@example.org', 'Lovelace', 'mql', '2026-04-01 10:00:00+02'), ('no address', 'X', null, null)");
        List<String> before = contacts();
        assertThat(adopt()).isEqualTo(new AdoptionReport(2, 0, 0, 0, 1));
        assertThat(store.find(FIRST).orElseThrow().history().events()).hasSize(1);
        Captured event =
                (Captured) store.find(FIRST).orElseThrow().history().events().get(0);
        assertThat(event.origin()).isEqualTo(new Origin("crm_contact", "1", false));
        assertThat(event.stage()).isEqualTo(new Stage("mql"));
        assertThat(lead(FIRST).get(StandardFields.EMAIL)).contains(new EmailAddress("ada@example.org"));
        assertThat(lead(FIRST).get(StandardFields.APPOINTMENT_AT)).contains(Instant.parse("2026-04-01T08:00:00Z"));
        assertThat(store.findByKey(new MatchKey("email", "ada@example.org"))).contains(FIRST);
        assertThat(contacts()).hasSameSizeAs(before).contains("ada@example.org|Lovelace|null|mql|none");
        assertThat(adopt().captured()).isZero();
        assertThat(store.feed(0, 10)).hasSize(2);
    }

    @Test
    @DisplayName("What the host changes in a row changes the lead, by what differs and nothing else; once")
    void updated() {
        Contacts.run(
                database, "insert into crm_contact (mail, surname, firm) values ('ada@example.org', 'L', 'Engines')");
        adopt();
        Contacts.run(database, "update crm_contact set surname = 'King', firm = null, status = 'mql'");
        assertThat(adopt()).isEqualTo(new AdoptionReport(0, 1, 0, 0, 0));
        List<LeadEvent> events = store.find(FIRST).orElseThrow().history().events();
        assertThat(events).hasSize(3);
        Updated change = (Updated)
                events.stream().filter(Updated.class::isInstance).findFirst().orElseThrow();
        assertThat(change.values())
                .isEqualTo(FieldValues.builder()
                        .set(StandardFields.LAST_NAME, "King")
                        .clear("company")
                        .build());
        assertThat(events.stream().filter(StageMoved.class::isInstance)).hasSize(1);
        assertThat(lead(FIRST).stage()).contains(new Stage("mql"));
        assertThat(lead(FIRST).get(StandardFields.COMPANY)).isEmpty();
        assertThat(adopt()).isEqualTo(new AdoptionReport(0, 0, 1, 0, 0));
    }

    @Test
    @DisplayName("A new lead gets a row, its changes go there, its erasure too; the host's own columns stay")
    void mirrored() throws SQLException {
        LeadId lead = new LeadId("L-1");
        FieldValues values = FieldValues.builder()
                .set(StandardFields.EMAIL, new EmailAddress("eve@example.org"))
                .set(StandardFields.COMPANY, "Engines")
                .build();
        EventHeader header = new EventHeader(new EventId("E-1"), lead, NOW, NOW);
        store.commit(Commit.of(
                lead, 0, List.of(Captured.of(header, new Origin("web", "1", true), new Stage("new"), values))));
        assertThat(contacts()).containsExactly("eve@example.org|null|Engines|new|none");
        assertThat(adopt()).isEqualTo(new AdoptionReport(0, 0, 1, 0, 0));
        Contacts.run(database, "update crm_contact set note = 'calls on Mondays'");
        store.commit(Commit.of(
                lead,
                1,
                List.of(new StageMoved(
                        new EventHeader(new EventId("E-2"), lead, NOW, NOW), new Stage("new"), new Stage("won"), ""))));
        assertThat(contacts()).containsExactly("eve@example.org|null|Engines|won|calls on Mondays");
        store.redact(lead);
        assertThat(contacts()).containsExactly("null|null|Engines|won|calls on Mondays");
        assertThat(store.findByKey(Set.of(new MatchKey("email", "eve@example.org"))))
                .isEmpty();
    }

    @Test
    @DisplayName("Names that are no identifiers, columns mapped twice and a missing key are refused, all at once")
    void refused() {
        assertThatThrownBy(() -> HostTable.named("crm; drop table x")
                        .column(StandardFields.EMAIL, "mail\"")
                        .column(StandardFields.COMPANY, "firm")
                        .column(StandardFields.CITY, "firm")
                        .build())
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.faults()).hasSize(4));
    }
}
