/**
 * The suite {@code metrics}: how fast events become facts and facts the ten figures of the {@link
 * dev.leadkit.examples.benchmarks.metrics.StandardSet standard set}, how small their state is, and the same figures by a database.
 */
@NullMarked
package dev.leadkit.examples.benchmarks.metrics;

import org.jspecify.annotations.NullMarked;
