package dev.leadkit.metrics.fold;

/**
 * How one figure is computed from the facts of many leads.
 *
 * @param <A> the state; it must have {@code equals} by content
 * @param <R> the result
 */
public interface Kpi<A, R> extends Accumulator<LeadFacts, A, R> {}
