/** How far leads get: the way through an ordered list of stages, with the share that takes each step. */
@NullMarked
package dev.leadkit.metrics.funnel;

import org.jspecify.annotations.NullMarked;
