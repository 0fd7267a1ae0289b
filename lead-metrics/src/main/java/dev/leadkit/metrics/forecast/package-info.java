/** What is expected: of the leads that are open, and of those whose chance was told when they were decided on. */
@NullMarked
package dev.leadkit.metrics.forecast;

import org.jspecify.annotations.NullMarked;
