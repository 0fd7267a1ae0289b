package dev.leadkit.metrics.figures;

import dev.leadkit.metrics.fold.Accumulator;
import java.time.Instant;

/** An accumulator together with its state. */
final class Running<F, A, R> {

    private final Accumulator<F, A, R> accumulator;
    private final A state;

    Running(Accumulator<F, A, R> accumulator) {
        this.accumulator = accumulator;
        this.state = accumulator.create();
    }

    void add(F facts) {
        accumulator.add(state, facts);
    }

    void retract(F facts) {
        accumulator.retract(state, facts);
    }

    void merge(Running<F, A, R> from) {
        accumulator.merge(state, from.state);
    }

    R result(Instant asOf) {
        return accumulator.result(state, asOf);
    }

    boolean sameState(Running<F, A, R> other) {
        return state.equals(other.state);
    }

    int stateHash() {
        return state.hashCode();
    }
}
