/** How reps and teams do, and whether the work is shared fairly. */
@NullMarked
package dev.leadkit.metrics.team;

import org.jspecify.annotations.NullMarked;
