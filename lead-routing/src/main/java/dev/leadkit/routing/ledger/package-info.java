/**
 * Who has which lead, and how many: the port {@link dev.leadkit.routing.ledger.AssignmentLedger} takes a lead and a rep's place
 * in one atomic step, so that a rep is never given more than the capacity, whatever else runs.
 */
@NullMarked
package dev.leadkit.routing.ledger;

import org.jspecify.annotations.NullMarked;
