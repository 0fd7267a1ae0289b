/**
 * How fast leads are scored: LeadKit against code by hand, a plain evaluator and, where they are on the class path, other
 * engines. All contenders must agree on the totals of all leads before the clock starts.
 */
@NullMarked
package dev.leadkit.examples.benchmarks.scoring;

import org.jspecify.annotations.NullMarked;
