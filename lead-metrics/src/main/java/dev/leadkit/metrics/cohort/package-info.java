/**
 * Conversion by when leads came and by when outcomes came: rates of cohorts with a horizon, of periods, and tables of cohorts by age.
 * What is too young to be judged is never counted as a failure.
 */
@NullMarked
package dev.leadkit.metrics.cohort;

import org.jspecify.annotations.NullMarked;
