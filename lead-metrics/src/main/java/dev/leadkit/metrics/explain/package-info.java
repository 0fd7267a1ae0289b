/** Why a lead counts in a figure, and where. */
@NullMarked
package dev.leadkit.metrics.explain;

import org.jspecify.annotations.NullMarked;
