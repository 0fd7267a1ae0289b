/** How well and how fast scorecards are learned, on real data that is not part of the project. */
@NullMarked
package dev.leadkit.examples.benchmarks.learn;

import org.jspecify.annotations.NullMarked;
