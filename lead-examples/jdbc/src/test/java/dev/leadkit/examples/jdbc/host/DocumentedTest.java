package dev.leadkit.examples.jdbc.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.examples.jdbc.JdbcLeadStore;
import dev.leadkit.examples.jdbc.sql.Schema;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The code of {@code docs/store.md}, compiled and run. */
final class DocumentedTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T09:00:00Z"));
    private static final Mapping MAPPING = Mapping.builder(FieldCatalog.standard())
            .columns(ColumnRule.of("mail", StandardFields.EMAIL))
            .build();
    private static final Submission SUBMISSION =
            new Submission("web", "1", Optional.empty(), Map.of("mail", "ada@example.org"));

    private static void order(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into orders values (1)")) {
            insert.executeUpdate();
        }
    }

    private static void inTransaction(DataSource dataSource) throws SQLException {
        // tag::transaction[]
        Schema.standard().migrate(dataSource);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            LeadStore store = JdbcLeadStore.in(Transactions.host(() -> connection), FieldCatalog.standard());
            LeadDesk desk = LeadDesk.builder(store, CLOCK).mapping(MAPPING).build();
            order(connection); // a row of your own
            desk.capture(SUBMISSION);
            connection.commit(); // both are there, or neither
        }
        // end::transaction[]
    }

    private static AdoptionReport adopt(DataSource dataSource) {
        // tag::host[]
        HostTable contacts = HostTable.named("crm_contact")
                .key("contact_no")
                .column(StandardFields.EMAIL, "mail")
                .column(StandardFields.COMPANY, "firm")
                .column(StandardFields.STAGE, "status")
                .build();
        Transactions own = Transactions.own(dataSource);
        LeadStore store = JdbcLeadStore.in(own, FieldCatalog.standard()).mirroredBy(contacts);
        // end::host[]
        assertThat(store.page(LeadQuery.all(), Optional.empty(), 10)).isEmpty();
        // tag::adopt[]
        AdoptionReport report = Adoption.of(
                        contacts,
                        transactions -> JdbcLeadStore.in(transactions, FieldCatalog.standard())
                                .mirroredBy(contacts),
                        MatchKeyRule.email(),
                        CLOCK)
                .run(own);
        // end::adopt[]
        return report;
    }

    @Test
    @DisplayName("The code of the document about stores, and of the README, is this code")
    void documented() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/leadkit/examples/jdbc/host/DocumentedTest.java"));
        String document = Files.readString(Path.of("../../docs/store.md"));
        String readme = Files.readString(Path.of("../../README.md"));
        for (String tag : new String[] {"transaction", "host", "adopt"}) {
            int start = source.indexOf("// tag::" + tag + "[]\n") + ("// tag::" + tag + "[]\n").length();
            String code = source.substring(start, source.indexOf("// end::" + tag + "[]"))
                    .stripIndent()
                    .stripTrailing();
            assertThat(code).isNotBlank();
            assertThat(document).contains("```java\n" + code + "\n```");
            assertThat(tag.equals("transaction") ? readme : document).contains("```java\n" + code + "\n```");
        }
    }

    @Test
    @DisplayName("It does what it says")
    void runs() throws SQLException {
        DataSource database = Contacts.created(Databases.emptyPostgres());
        Contacts.run(database, "create table orders (number integer)");
        inTransaction(database);
        LeadStore store = JdbcLeadStore.in(Transactions.own(database), FieldCatalog.standard());
        assertThat(store.feed(0, 10)).hasSize(1);
        database = Contacts.created(Databases.postgres());
        Contacts.run(database, "insert into crm_contact (mail, status) values ('eve@example.org', 'mql')");
        assertThat(adopt(database)).isEqualTo(new AdoptionReport(1, 0, 0, 0, 0));
    }
}
