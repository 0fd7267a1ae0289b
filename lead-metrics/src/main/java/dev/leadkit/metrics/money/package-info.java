/**
 * What leads and customers cost and bring back. Currencies are never mixed: each has figures of its own; what was not given makes a
 * figure undefined, never 0.
 */
@NullMarked
package dev.leadkit.metrics.money;

import org.jspecify.annotations.NullMarked;
