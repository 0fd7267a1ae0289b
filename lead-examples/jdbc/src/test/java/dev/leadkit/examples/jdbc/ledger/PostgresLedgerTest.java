package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.examples.jdbc.Databases;
import javax.sql.DataSource;

final class PostgresLedgerTest extends JdbcLedgerContract {

    @Override
    DataSource newDatabase() {
        return Databases.postgres();
    }
}
