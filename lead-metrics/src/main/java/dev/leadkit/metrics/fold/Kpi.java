package dev.leadkit.metrics.fold;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.stream.Collector;

/**
 * How one figure is computed from the facts of many things, on one machine or in pieces on many: an {@link Accumulator} whose state
 * can be copied, taken apart and sent. The KPI itself is immutable, thread-safe and serializable; a state is mutable and belongs to one
 * thread.
 *
 * <p>The rules are the strictest of those that Flink, Beam, Spark, Kafka Streams and Jet make, so that an adapter to any of them is a
 * few lines: only the first argument is changed, a result changes nothing, there is no clock, and no order or randomness tells.
 *
 * @param <F> the facts of one thing: of a lead, of a customer, of an answer; immutable
 * @param <A> the state; it must have {@code equals} by content
 * @param <R> the result
 */
public interface Kpi<F, A, R> extends Accumulator<F, A, R>, Serializable {

    /**
     * What it counts: its name, version and all parameters. States of KPIs with equal identifiers may be merged.
     *
     * @return the definition
     */
    Definition definition();

    /**
     * Takes another state away.
     *
     * @param into changed in place
     * @param from left as it is; not {@code into} itself
     */
    void unmerge(A into, A from);

    /**
     * Writes a state so that equal states give equal bytes; the definition's identifier goes before it.
     *
     * @param state left as it is
     * @param out where to
     * @throws IOException if the output fails
     */
    void write(A state, DataOutput out) throws IOException;

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in where from
     * @return a new state, equal to the one that was written
     * @throws IOException if the input fails, holds no state, or one of another definition
     */
    A read(DataInput in) throws IOException;

    /**
     * A state of its own with the same counts.
     *
     * @param state left as it is
     * @return a new state, equal to it
     */
    default A copy(A state) {
        A copy = create();
        merge(copy, state);
        return copy;
    }

    /**
     * Collects a stream of facts, in any order and in parallel.
     *
     * @param asOf the instant that the result is told for
     * @return a collector of this KPI's result
     */
    default Collector<F, ?, R> collector(Instant asOf) {
        return Collector.of(
                this::create,
                this::add,
                (left, right) -> {
                    merge(left, right);
                    return left;
                },
                state -> result(state, asOf),
                Collector.Characteristics.UNORDERED);
    }
}
