package dev.leadkit.metrics.figures;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.metrics.facts.FactsBook;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.segment.KpiSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes lead after lead and keeps only counts: memory grows with the number of different groups, months, scores, durations and
 * unanswered leads, not with events. Folds of shards are merged in any grouping and order. Equal when specification and counts
 * are. Mutable and not thread-safe: one per thread, merged afterwards. May be fed by a {@link FactsBook}.
 */
public final class FiguresFold implements FactsBook.Changes {

    private final FiguresSpec spec;
    private final FigureKpis kpis;
    private final Counts counts;

    /**
     * Starts with no leads.
     *
     * @param spec which figures are told
     */
    public FiguresFold(FiguresSpec spec) {
        this.spec = spec;
        this.kpis = new FigureKpis(spec);
        this.counts = kpis.set().create();
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
    @Override
    public void add(LeadFacts facts) {
        kpis.set().add(counts, facts);
    }

    /**
     * Takes back a lead that was counted here or on any other shard, before or after.
     *
     * @param facts exactly the facts that it was counted with
     */
    @Override
    public void retract(LeadFacts facts) {
        kpis.set().retract(counts, facts);
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
        counts.merge(from.counts);
    }

    /**
     * The figures of all leads counted so far; counting may go on.
     *
     * @param asOf the instant that the figures are told for
     * @return the figures
     */
    public Figures figures(Instant asOf) {
        KpiSet.Results results = kpis.set().result(counts, asOf);
        return kpis.figures(results, new Figures.Moment(asOf, spec.zone()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FiguresFold that && spec.equals(that.spec) && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return "FiguresFold[" + spec.fields().keySet() + "]";
    }
}
