/** Contenders that score the same leads by the same rules, checked against each other and measured in turns. */
@NullMarked
package dev.leadkit.examples.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
