package dev.leadkit.metrics.figures;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.kpi.LeadConversion;
import dev.leadkit.metrics.kpi.ResponseTime;
import dev.leadkit.metrics.kpi.SalesCycle;
import dev.leadkit.metrics.kpi.ScoreAccuracy;
import dev.leadkit.metrics.money.SpendPer;
import dev.leadkit.metrics.kpi.Velocity;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.Segmented;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes lead after lead and keeps only counts: memory grows with the number of different groups, months, scores, durations and
 * unanswered leads, not with events. Folds of shards are merged in any grouping and order. Equal when specification and counts
 * are. Mutable and not thread-safe: one per thread, merged afterwards.
 */
public final class FiguresFold {

    private final FiguresSpec spec;
    private final Running<LeadFacts, Counts, Breakdown<KpiResult>> bySource =
            new Running<>(new Segmented<>(new LeadConversion(), Grouping.bySource()));
    private final SortedMap<String, Running<LeadFacts, Counts, Breakdown<KpiResult>>> byField = new TreeMap<>();
    private final Running<LeadFacts, Counts, Funnel.Way> funnel;
    private final Running<LeadFacts, Counts, Velocity> velocity;
    private final Running<LeadFacts, Counts, ResponseTime.Times> response;
    private final Running<LeadFacts, Counts, SalesCycle.Lengths> cycle = new Running<>(new SalesCycle());
    private final Running<LeadFacts, Counts, SortedMap<String, Breakdown<KpiResult>>> costPerLead;
    private final Running<LeadFacts, Counts, SortedMap<String, Breakdown<KpiResult>>> costPerCustomer;
    private final Running<LeadFacts, Counts, ScoreAccuracy.Accuracy> accuracy = new Running<>(new ScoreAccuracy());

    /**
     * Starts with no leads.
     *
     * @param spec which figures are told
     */
    public FiguresFold(FiguresSpec spec) {
        this.spec = spec;
        spec.fields()
                .forEach((name, by) -> byField.put(name, new Running<>(new Segmented<>(new LeadConversion(), by))));
        this.funnel = new Running<>(spec.funnel());
        this.velocity = new Running<>(spec.velocity());
        this.response = new Running<>(spec.response());
        this.costPerLead = new Running<>(SpendPer.lead(spec.spending()));
        this.costPerCustomer = new Running<>(SpendPer.customer(spec.spending()));
    }

    /**
     * Counts a lead. The same lead must not be counted twice: when it changed, {@link #retract} its old facts first.
     *
     * @param history everything that happened to it; for figures as of a moment, {@link LeadHistory#until} it
     */
    public void add(LeadHistory history) {
        add(LeadFacts.of(history));
    }

    /**
     * Counts a lead.
     *
     * @param facts what is known of it
     */
    public void add(LeadFacts facts) {
        running().forEach(each -> each.add(facts));
    }

    /**
     * Takes back a lead that was counted here or on any other shard, before or after.
     *
     * @param facts exactly the facts that it was counted with
     */
    public void retract(LeadFacts facts) {
        running().forEach(each -> each.retract(facts));
    }

    /**
     * Adds what another fold counted.
     *
     * @param from left as it is; not this fold
     * @throws IllegalArgumentException if it counts by another specification
     */
    public void merge(FiguresFold from) {
        if (!spec.equals(from.spec)) {
            throw new IllegalArgumentException("specification must be the same, was another");
        }
        bySource.merge(from.bySource);
        from.byField.forEach((name, each) -> field(name).merge(each));
        funnel.merge(from.funnel);
        velocity.merge(from.velocity);
        response.merge(from.response);
        cycle.merge(from.cycle);
        costPerLead.merge(from.costPerLead);
        costPerCustomer.merge(from.costPerCustomer);
        accuracy.merge(from.accuracy);
    }

    /**
     * The figures of all leads counted so far; counting may go on.
     *
     * @param asOf the instant that the figures are told for
     * @return the figures
     */
    public Figures figures(Instant asOf) {
        SortedMap<String, Breakdown<KpiResult>> fields = new TreeMap<>();
        byField.forEach((name, each) -> fields.put(name, each.result(asOf)));
        return new Figures(
                new Figures.Moment(asOf, spec.zone()),
                new Figures.Conversions(bySource.result(asOf), fields),
                funnel.result(asOf),
                velocity.result(asOf),
                new Figures.Durations(response.result(asOf), cycle.result(asOf)),
                new Figures.Costs(costPerLead.result(asOf), costPerCustomer.result(asOf)),
                accuracy.result(asOf));
    }

    private Running<LeadFacts, Counts, Breakdown<KpiResult>> field(String name) {
        return requireNonNull(byField.get(name), name);
    }

    private List<Running<LeadFacts, ?, ?>> running() {
        List<Running<LeadFacts, ?, ?>> all = new ArrayList<>(byField.values());
        all.addAll(List.of(bySource, funnel, velocity, response, cycle, costPerLead, costPerCustomer, accuracy));
        return all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FiguresFold that
                && spec.equals(that.spec)
                && bySource.sameState(that.bySource)
                && byField.entrySet().stream().allMatch(each -> each.getValue().sameState(that.field(each.getKey())))
                && funnel.sameState(that.funnel)
                && velocity.sameState(that.velocity)
                && response.sameState(that.response)
                && cycle.sameState(that.cycle)
                && costPerLead.sameState(that.costPerLead)
                && costPerCustomer.sameState(that.costPerCustomer)
                && accuracy.sameState(that.accuracy);
    }

    @Override
    public int hashCode() {
        return 31 * bySource.stateHash() + accuracy.stateHash();
    }

    @Override
    public String toString() {
        return "FiguresFold[" + spec.fields().keySet() + "]";
    }
}
