/** What a suite of benchmarks is, how long it measures, and what a figure looks like. */
@NullMarked
package dev.leadkit.examples.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
