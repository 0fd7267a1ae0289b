/** A thin layer over JDBC: whose transaction it is, several statements in one round trip, and the schema's scripts. */
@NullMarked
package dev.leadkit.examples.jdbc.sql;

import org.jspecify.annotations.NullMarked;
