/**
 * What scoring is measured on: leads and rules that are made up from fixed seeds, said in words of no engine, so that each
 * contender can put them into the form that suits it best.
 */
@NullMarked
package dev.leadkit.examples.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
