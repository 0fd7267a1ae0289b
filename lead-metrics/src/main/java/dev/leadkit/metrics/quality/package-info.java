/**
 * The audit of the data itself: is a value there (completeness), was it good when it came (validity), is it in the store twice
 * (duplicates), how old is it (staleness), and does anyone care for the lead (neglect). Each is a
 * {@link dev.leadkit.metrics.fold.Accumulator} like the KPIs, over facts that hold no values of fields.
 */
@NullMarked
package dev.leadkit.metrics.quality;

import org.jspecify.annotations.NullMarked;
