package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.examples.jdbc.Databases;
import javax.sql.DataSource;

final class H2LedgerTest extends JdbcLedgerContract {

    @Override
    DataSource newDatabase() {
        return Databases.h2();
    }
}
