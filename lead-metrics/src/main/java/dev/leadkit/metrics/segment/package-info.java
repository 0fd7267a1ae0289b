/** Figures by source, field, rep, period or any other part of the leads: the parts add up to the whole. */
@NullMarked
package dev.leadkit.metrics.segment;

import org.jspecify.annotations.NullMarked;
