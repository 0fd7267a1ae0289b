package dev.leadkit.metrics.kit;

import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import net.jqwik.api.Arbitrary;

/**
 * What every KPI of leads keeps to: a test class extends this and names its subject.
 *
 * @param <R> the result
 */
public abstract class LeadKpiContract<R> extends KpiContract<LeadFacts, Counts, R> {

    /** The KPI under test. */
    @Override
    protected abstract LeadKpi<R> subject();

    @Override
    protected Arbitrary<LeadFacts> facts() {
        return LeadFactsArbitraries.facts();
    }
}
