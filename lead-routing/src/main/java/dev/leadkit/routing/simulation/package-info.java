/**
 * A plan tried on leads that came before, side by side with another plan or with what really happened: who would get what, who
 * would wait, and how fair it would be. Nothing is written anywhere.
 */
@NullMarked
package dev.leadkit.routing.simulation;

import org.jspecify.annotations.NullMarked;
