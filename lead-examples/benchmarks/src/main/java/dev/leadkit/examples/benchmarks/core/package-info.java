/** The suite {@code core}: capture into a store in memory, and the heap that the store takes. */
@NullMarked
package dev.leadkit.examples.benchmarks.core;

import org.jspecify.annotations.NullMarked;
