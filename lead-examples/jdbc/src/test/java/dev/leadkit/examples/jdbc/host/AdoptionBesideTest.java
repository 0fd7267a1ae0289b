package dev.leadkit.examples.jdbc.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Adoption beside those who write leads. */
final class AdoptionBesideTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final LeadId FIRST = LeadId.derived("crm_contact", "1");

    private DataSource database;
    private LeadStore store;

    @BeforeEach
    void open() {
        database = Contacts.created(Databases.h2());
        store = Contacts.store(Transactions.own(database));
        Contacts.run(database, "insert into crm_contact (mail, surname) values ('ada@example.org', 'L')");
        adopt(leads -> leads);
    }

    private AdoptionReport adopt(UnaryOperator<LeadStore> beside) {
        Adoption adoption = Adoption.of(
                Contacts.TABLE,
                transactions -> beside.apply(Contacts.store(transactions)),
                values -> values.get(StandardFields.EMAIL)
                        .map(mail -> List.of(new MatchKey("email", mail.value())))
                        .orElse(List.of()),
                InstantSource.fixed(NOW));
        return adoption.run(Transactions.own(database));
    }

    private void rename(String name) {
        EventHeader header = new EventHeader(new EventId("E-" + name), FIRST, NOW, NOW);
        FieldValues values =
                FieldValues.builder().set(StandardFields.LAST_NAME, name).build();
        store.commit(Commit.of(
                FIRST,
                store.find(FIRST).orElseThrow().version(),
                List.of(Updated.of(header, new Origin("desk", name, false), values))));
    }

    /** The desk renames the lead before, and once more after, adoption has read the leads. */
    private LeadStore renamedAround(LeadStore leads) {
        return (LeadStore) Proxy.newProxyInstance(
                LeadStore.class.getClassLoader(), new Class<?>[] {LeadStore.class}, (proxy, method, arguments) -> {
                    boolean reading = method.getName().equals("find");
                    if (reading) {
                        rename("Before");
                    }
                    try {
                        return method.invoke(leads, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (reading) {
                            rename("Later");
                        }
                    }
                });
    }

    private LeadStore renamedBefore(LeadStore leads) {
        rename("Before");
        return leads;
    }

    private void assertNamed(String name) {
        assertThat(store.find(FIRST).orElseThrow().history().lead().get(StandardFields.LAST_NAME))
                .contains(name);
    }

    @Test
    @DisplayName("An address that the host changes is a key of the lead from then on; one that another lead has is not")
    void keysOfChanges() {
        Contacts.run(database, "update crm_contact set mail = 'king@example.org'");
        assertThat(adopt(leads -> leads).updated()).isOne();
        assertThat(store.findByKey(new MatchKey("email", "king@example.org"))).contains(FIRST);
        assertThat(store.findByKey(new MatchKey("email", "ada@example.org"))).contains(FIRST);
        Contacts.run(database, "insert into crm_contact (mail) values ('eve@example.org')");
        adopt(leads -> leads);
        Contacts.run(database, "update crm_contact set mail = 'eve@example.org' where contact_no = 1");
        assertThat(adopt(leads -> leads).updated()).isOne();
        assertThat(store.findByKey(new MatchKey("email", "eve@example.org")))
                .contains(LeadId.derived("crm_contact", "2"));
        assertThat(store.find(FIRST).orElseThrow().history().lead().get(StandardFields.EMAIL))
                .contains(new EmailAddress("eve@example.org"));
    }

    @Test
    @DisplayName("What the desk commits while a page is adopted is not taken for a change of the host")
    void deskInBetween() {
        assertThat(adopt(this::renamedBefore)).isEqualTo(new AdoptionReport(0, 0, 1, 0, 0));
        assertNamed("Before");
    }

    @Test
    @DisplayName("A row whose lead the desk changes between the two readings is left to the next run")
    void deskAfterLeads() {
        assertThat(adopt(this::renamedAround)).isEqualTo(new AdoptionReport(0, 0, 0, 1, 0));
        assertNamed("Later");
        assertThat(adopt(leads -> leads)).isEqualTo(new AdoptionReport(0, 0, 1, 0, 0));
    }
}
