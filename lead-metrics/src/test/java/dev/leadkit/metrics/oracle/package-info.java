/**
 * Every figure again, in plain SQL on another engine, from the same raw events: {@link dev.leadkit.metrics.oracle.Histories} makes them
 * up, {@link dev.leadkit.metrics.oracle.Duck} holds them in tables.
 */
@NullMarked
package dev.leadkit.metrics.oracle;

import org.jspecify.annotations.NullMarked;
