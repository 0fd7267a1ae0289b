/** Every figure that there is, in one place. */
@NullMarked
package dev.leadkit.metrics.catalog;

import org.jspecify.annotations.NullMarked;
