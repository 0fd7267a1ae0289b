package dev.leadkit.examples.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.examples.jdbc.JdbcCheckpoints;
import dev.leadkit.examples.jdbc.JdbcLeadStore;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.store.LeadStore;
import dev.leadkit.transfer.Checkpoints;
import dev.leadkit.transfer.ImportReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrashTest {

    private static final int ROWS = 300;

    @TempDir
    Path folder;

    @Test
    @DisplayName("Imports that are killed lose nothing and double nothing")
    void killed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int kills = Integer.getInteger("leadkit.kills", 50);
        int exit = Run.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err,
                "crash",
                "--kills",
                "" + kills,
                "--seed",
                "7");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("{\"suite\":\"crash\",\"name\":\"lost\",\"value\":0,\"unit\":\"leads\"}")
                .contains("{\"suite\":\"crash\",\"name\":\"doubled\",\"value\":0,\"unit\":\"leads\"}")
                .contains("{\"suite\":\"crash\",\"name\":\"kills\",\"value\":" + kills + ",\"unit\":\"kills\"}");
        assertThat(exit).isZero();
    }

    @Test
    @DisplayName("What is missing counts as lost, what is too much as doubled")
    void counts() throws IOException {
        LeadStore whole = imported("whole", ROWS);
        LeadStore part = imported("part", ROWS - 1);
        assertThat(Balance.of(whole, whole)).isEqualTo(Balance.EVEN);
        assertThat(Balance.of(whole, part).lost()).isPositive();
        assertThat(Balance.of(part, whole).doubled()).isPositive();
        assertThat(Balance.of(part, LeadStore.inMemory()).doubled()).isZero();
    }

    private LeadStore imported(String name, int rows) throws IOException {
        Path file = folder.resolve(name);
        LeadFile.write(file, rows, 3);
        LeadStore store = LeadStore.inMemory();
        ImportReport report = Importing.run(file, store, Checkpoints.inMemory(), Runnable::run);
        assertThat(report.rows()).isEqualTo(rows);
        assertThat(report.captured()).isPositive();
        assertThat(report.merged()).isPositive();
        assertThat(report.quarantined()).isPositive();
        return store;
    }

    @Test
    @DisplayName("Checkpoints come back as they were, and newer ones replace them")
    void checkpoints() throws IOException {
        Path file = folder.resolve("leads");
        LeadFile.write(file, ROWS, 5);
        ImportReport report = Importing.run(file, LeadStore.inMemory(), Checkpoints.inMemory(), Runnable::run);
        Transactions own = Transactions.own(Databases.postgres());
        Checkpoints checkpoints = JdbcCheckpoints.in(own);
        assertThat(checkpoints.find("one")).isEmpty();
        checkpoints.save("one", ImportReport.NOTHING);
        checkpoints.save("one", report);
        checkpoints.save("two", ImportReport.NOTHING);
        assertThat(checkpoints.find("one")).contains(report);
        assertThat(checkpoints.find("two")).contains(ImportReport.NOTHING);
        LeadStore store = JdbcLeadStore.in(own, LeadFile.CATALOG);
        LeadStore memory = LeadStore.inMemory();
        Importing.run(file, store, JdbcCheckpoints.in(own), Runnable::run);
        Importing.run(file, memory, Checkpoints.inMemory(), Runnable::run);
        assertThat(Balance.of(memory, store)).isEqualTo(Balance.EVEN);
    }
}
