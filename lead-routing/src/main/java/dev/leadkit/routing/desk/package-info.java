/**
 * A dispatcher and a desk as one: what the dispatcher decides becomes events of the leads, and what it has to remember outlives the
 * process.
 */
@NullMarked
package dev.leadkit.routing.desk;

import org.jspecify.annotations.NullMarked;
