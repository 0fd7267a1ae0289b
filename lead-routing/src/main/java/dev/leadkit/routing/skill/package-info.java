/**
 * Skills: which reps meet which requirement, counted by number.
 */
@NullMarked
package dev.leadkit.routing.skill;

import org.jspecify.annotations.NullMarked;
