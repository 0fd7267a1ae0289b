/**
 * The rules of the workload as a programmer would write them: generated as Java source, compiled when the benchmark starts.
 */
@NullMarked
package dev.leadkit.examples.benchmarks.hand;

import org.jspecify.annotations.NullMarked;
