package dev.leadkit.examples.jdbc;

import dev.leadkit.lead.Lead;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Something beside the events that shows what leads are now, such as a table of the host: it changes in the transaction in
 * which they do. Must be safe for use by many threads.
 */
@FunctionalInterface
public interface LeadMirror {

    /**
     * Takes over what leads are now.
     *
     * @param connection the connection of the transaction that changed them; not to be ended here
     * @param leads the leads that are new or may have changed, redacted ones among them, ordered by their identifiers
     * @throws SQLException if the database refuses; nothing of the transaction is kept then
     */
    void reflect(Connection connection, List<Lead> leads) throws SQLException;
}
