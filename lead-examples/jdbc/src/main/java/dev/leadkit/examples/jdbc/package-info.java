/**
 * Leads in a relational database: a {@link dev.leadkit.store.LeadStore} in plain JDBC, on PostgreSQL and H2, that takes part
 * in the host's transaction.
 */
@NullMarked
package dev.leadkit.examples.jdbc;

import org.jspecify.annotations.NullMarked;
