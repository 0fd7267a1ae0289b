/** Who has which lead, kept in a relational database: the port {@code AssignmentLedger} in plain JDBC, for PostgreSQL and H2. */
@NullMarked
package dev.leadkit.examples.jdbc.ledger;

import org.jspecify.annotations.NullMarked;
