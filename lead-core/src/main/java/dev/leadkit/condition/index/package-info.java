/**
 * Conditions compiled for speed. A {@link dev.leadkit.condition.index.ConditionIndex} reads each field of a lead once, into
 * a {@linkplain dev.leadkit.condition.index.Slot slot}, and finds from there every condition that is true, without
 * evaluating them one by one. Its answers are always those of {@link dev.leadkit.condition.Condition#evaluate}.
 */
@NullMarked
package dev.leadkit.condition.index;

import org.jspecify.annotations.NullMarked;
