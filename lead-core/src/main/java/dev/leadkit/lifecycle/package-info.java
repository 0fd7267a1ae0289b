/**
 * The life of a lead: a {@link dev.leadkit.lifecycle.Lifecycle} is a table of stages and of the moves between them. It
 * decides whether a lead may move, and says why not; it changes nothing itself.
 */
@NullMarked
package dev.leadkit.lifecycle;

import org.jspecify.annotations.NullMarked;
