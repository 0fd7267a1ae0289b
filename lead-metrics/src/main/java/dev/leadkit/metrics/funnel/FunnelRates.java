package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Quantile;
import dev.leadkit.metrics.fold.TimeBasis;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the result of an {@link EventFunnel} from its counts. */
final class FunnelRates {

    private static final List<Integer> PERCENTS = List.of(25, 50, 75, 90, 99);
    private static final String YOUNG = "window still open";

    private final EventFunnel funnel;
    private final Counts counts;
    private final long now;
    private final boolean maturedOnly;
    private final SortedMap<String, Long> excluded;

    FunnelRates(EventFunnel funnel, Counts counts, long now, long immature) {
        this.funnel = funnel;
        this.counts = counts;
        this.now = now;
        this.maturedOnly = funnel.spec().maturity().required();
        this.excluded = new TreeMap<>(counts.excluded());
        if (maturedOnly && immature != 0) {
            excluded.put(YOUNG, immature);
        }
    }

    private boolean counts(long over) {
        return !maturedOnly || over <= now;
    }

    long entries() {
        return counts.total(EventFunnel.ENTRIES, this::counts);
    }

    private Counts of(int step) {
        return counts.named().getOrDefault(funnel.name(step), new Counts());
    }

    private long total(int step, int part) {
        return of(step).total(part, this::counts);
    }

    StepTaken step(int step) {
        int before = Math.max(0, step - 1);
        return new StepTaken(
                funnel.spec().steps().get(step),
                total(step, EventFunnel.TAKEN),
                rate("step", total(step, EventFunnel.WITH_PREVIOUS), before, step),
                rate("overall", total(step, EventFunnel.WITH_FIRST), 0, step),
                new StepTaken.Times(
                        quantiles("since-entry", "entry", EventFunnel.SINCE_ENTRY, step),
                        quantiles("since-previous", "step before", EventFunnel.SINCE_PREVIOUS, step)));
    }

    private KpiResult rate(String name, long both, int from, int to) {
        Definition definition = new Definition(
                "lead.funnel.events." + name + "/1?from=" + (from + 1) + "&to=" + (to + 1) + "&"
                        + funnel.spec().id(),
                TimeBasis.COHORT,
                "Entries that took \"" + funnel.name(to) + "\", over those that took \"" + funnel.name(from) + "\".");
        Basis basis = Basis.of(both, total(from, EventFunnel.TAKEN), excluded);
        return KpiResult.rate(definition, basis, "nobody took step " + funnel.name(from));
    }

    private SortedMap<Integer, KpiResult> quantiles(String name, String since, int part, int step) {
        Counts buckets = DurationCell.buckets(of(step), part, this::counts);
        SortedMap<Integer, KpiResult> quantiles = new TreeMap<>();
        for (int percent : PERCENTS) {
            Quantile quantile = Quantile.ofSeconds(
                    percent,
                    "lead.funnel.events." + name,
                    "the time since the " + since + " to step " + funnel.name(step),
                    "no time for step " + funnel.name(step));
            String parameters = "step=" + (step + 1) + "&" + funnel.spec().id();
            quantiles.put(percent, quantile.with(parameters, TimeBasis.COHORT).of(buckets, 0, excluded));
        }
        return quantiles;
    }
}
