package dev.leadkit.metrics.fold;

import java.time.Instant;

/**
 * How one result is computed from the facts of many things of one kind: an accumulator over a state of type {@code A}. The
 * accumulator itself is immutable and thread-safe; a state is mutable and belongs to one thread.
 *
 * <p>States form a commutative group under {@link #merge}: order and sharding do not matter, a {@link #create new} state changes
 * nothing, and {@link #retract} undoes {@link #add} even where it comes first or on another shard. Equal contents are equal by
 * {@code equals}, so a state with nothing left is equal to a new one. Implementations keep no clock, no randomness and no
 * floating point in the state.
 *
 * @param <F> the facts of one thing: of a lead, or of a submission; immutable
 * @param <A> the state; it must have {@code equals} by content
 * @param <R> the result
 */
public interface Accumulator<F, A, R> {

    /**
     * A new state that has counted nothing.
     *
     * @return the identity of {@link #merge}
     */
    A create();

    /**
     * Counts one thing.
     *
     * @param state changed in place; keeps no reference to the facts
     * @param facts what is known of it
     */
    void add(A state, F facts);

    /**
     * Undoes one {@link #add} of equal facts, whether it was made before, comes later, or was made on another shard.
     *
     * @param state changed in place
     * @param facts exactly the facts that were added
     */
    void retract(A state, F facts);

    /**
     * Adds another state.
     *
     * @param into changed in place
     * @param from left as it is; not {@code into} itself
     */
    void merge(A into, A from);

    /**
     * The result. Never throws for want of data: what cannot be told is {@link KpiValue.Undefined} with a reason. Nor for size: sums
     * of amounts and durations are exact for up to two billion things, over all groups too; see {@link Wide}.
     *
     * @param state left as it is
     * @param asOf the instant that it is told for; what is still pending then is judged by it
     * @return the result; equal states and instants give equal results
     */
    R result(A state, Instant asOf);
}
