package dev.leadkit.metrics.money;

import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.segment.Breakdown;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Figures of spend for each currency: for each source that has leads or costs, and for all of them. */
final class Told {

    private Told() {}

    /** Makes one figure from the leads that count, in a currency, and what was spent in it. */
    interface Figure<R> {

        R of(Counts counts, String currency, BigDecimal spent);
    }

    static <R> SortedMap<String, Breakdown<R>> of(
            Spending spending, List<String> currencies, Counts counts, Figure<R> figure) {
        SortedMap<String, Breakdown<R>> told = new TreeMap<>();
        for (String currency : currencies) {
            told.put(currency, breakdown(spending.bySource(currency), counts.named(currency), currency, figure));
        }
        return told;
    }

    private static <R> Breakdown<R> breakdown(
            SortedMap<String, BigDecimal> spent, Counts counts, String currency, Figure<R> figure) {
        SortedSet<String> sources = new TreeSet<>(spent.keySet());
        sources.addAll(counts.named().keySet());
        SortedMap<String, R> groups = new TreeMap<>();
        Counts whole = new Counts();
        for (String source : sources) {
            Counts part = counts.named(source);
            whole.merge(part);
            groups.put(source, figure.of(part, currency, spent.getOrDefault(source, BigDecimal.ZERO)));
        }
        BigDecimal all = spent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Breakdown<>(figure.of(whole, currency, all), groups);
    }
}
