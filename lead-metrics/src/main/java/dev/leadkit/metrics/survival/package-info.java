/**
 * How long things take when some never happen and some have not happened yet: cumulative incidence after Aalen and Johansen, where a
 * lost lead is an end of its own and only an open lead is one that is still waited for.
 */
@NullMarked
package dev.leadkit.metrics.survival;

import org.jspecify.annotations.NullMarked;
