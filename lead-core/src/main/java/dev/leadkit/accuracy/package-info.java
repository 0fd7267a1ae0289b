/**
 * How well a number predicted an outcome, from counts that merge: start with
 * {@link dev.leadkit.accuracy.OutcomeCounts}. {@link dev.leadkit.accuracy.Proportion} stands here because a rate from a
 * sample owes its reader the same honesty: how far the true rate may be from it.
 */
@NullMarked
package dev.leadkit.accuracy;

import org.jspecify.annotations.NullMarked;
