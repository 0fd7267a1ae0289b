/**
 * The figures themselves. Each is a {@link dev.leadkit.metrics.fold.Kpi} whose result carries its definition, numerator,
 * denominator and exclusions; what cannot be told is undefined with a reason.
 *
 * <p>Figures are told over all leads that were handed in, by the facts as they are: {@code lead.conversion} is converted over
 * captured, young leads included; rates of cohorts with a horizon are another figure with another name.
 */
@NullMarked
package dev.leadkit.metrics.kpi;

import org.jspecify.annotations.NullMarked;
