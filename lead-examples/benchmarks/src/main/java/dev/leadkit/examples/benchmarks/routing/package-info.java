/** The suite {@code routing}: who takes a lead, how fast, how fairly, and never beyond anybody's capacity. */
@NullMarked
package dev.leadkit.examples.benchmarks.routing;

import org.jspecify.annotations.NullMarked;
