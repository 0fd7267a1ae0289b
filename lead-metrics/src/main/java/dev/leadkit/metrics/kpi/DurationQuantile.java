package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.Quantile;

/** Quantiles of durations that are kept in {@link DurationBuckets}, in seconds. */
final class DurationQuantile {

    private DurationQuantile() {}

    static Quantile of(int percent, String name, String meaning, String whenEmpty) {
        Definition definition = new Definition(
                name + ".p" + percent + "/1",
                Quantile.rule(percent) + " of " + meaning
                        + ", by nearest rank (numerator: the rank, denominator: how many); rounded down to two significant"
                        + " binary digits, at most 0.8 % low.");
        return new Quantile(percent, definition, KpiUnit.SECONDS, whenEmpty);
    }
}
