/** How well scores and probabilities told which leads would convert, and whether they still do. */
@NullMarked
package dev.leadkit.metrics.score;

import org.jspecify.annotations.NullMarked;
