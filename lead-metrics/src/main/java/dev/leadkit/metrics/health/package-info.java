/** Whether the figures can be trusted: faults of the data, late events, duplicates. */
@NullMarked
package dev.leadkit.metrics.health;

import org.jspecify.annotations.NullMarked;
