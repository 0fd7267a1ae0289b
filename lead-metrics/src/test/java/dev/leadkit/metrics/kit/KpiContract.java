package dev.leadkit.metrics.kit;

import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.LeadFacts;
import net.jqwik.api.Arbitrary;

/**
 * What every KPI keeps to, whoever wrote it: a test class extends this and names its subject.
 *
 * @param <A> the state
 * @param <R> the result
 */
public abstract class KpiContract<A, R> extends AccumulatorContract<LeadFacts, A, R> {

    /** The KPI under test. */
    @Override
    protected abstract Kpi<A, R> subject();

    @Override
    protected Arbitrary<LeadFacts> facts() {
        return LeadFactsArbitraries.facts();
    }
}
