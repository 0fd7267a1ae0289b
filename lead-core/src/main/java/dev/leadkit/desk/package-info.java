/**
 * The front door: a {@link dev.leadkit.desk.LeadDesk} wires a store, a mapping, a lifecycle, scoring and routing together,
 * and answers everything that an application does with a lead. It decides nothing that the parts do not decide; it sees to
 * it that each decision goes in whole, once, and with its reasons.
 */
@NullMarked
package dev.leadkit.desk;

import org.jspecify.annotations.NullMarked;
