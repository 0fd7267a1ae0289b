/**
 * Open leads given out anew at the least cost: who takes which, what each move gains, and the proof that no plan is cheaper.
 */
@NullMarked
package dev.leadkit.routing.rebalance;

import org.jspecify.annotations.NullMarked;
