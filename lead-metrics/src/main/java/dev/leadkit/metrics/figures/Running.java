package dev.leadkit.metrics.figures;

import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.LeadFacts;
import java.time.Instant;

/** A KPI together with its state. */
final class Running<A, R> {

    private final Kpi<A, R> kpi;
    private final A state;

    Running(Kpi<A, R> kpi) {
        this.kpi = kpi;
        this.state = kpi.create();
    }

    void add(LeadFacts facts) {
        kpi.add(state, facts);
    }

    void retract(LeadFacts facts) {
        kpi.retract(state, facts);
    }

    void merge(Running<A, R> from) {
        kpi.merge(state, from.state);
    }

    R result(Instant asOf) {
        return kpi.result(state, asOf);
    }

    boolean sameState(Running<A, R> other) {
        return state.equals(other.state);
    }

    int stateHash() {
        return state.hashCode();
    }
}
