package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.Tally;
import java.math.BigDecimal;
import java.util.SortedMap;

/** The quantile of durations by nearest rank: the smallest that at least so many percent do not exceed. */
record Quantile(int percent, String name, String meaning, String whenEmpty) {

    KpiResult of(Tally<Long> seconds, SortedMap<String, Long> excluded) {
        long total = seconds.total();
        if (seconds.hasNegative()) {
            return undefined(Basis.of(0, total, excluded), KpiResult.INCOMPLETE);
        }
        if (total == 0) {
            return undefined(Basis.of(0, 0, excluded), whenEmpty);
        }
        long rank = (Math.multiplyExact(total, percent) + 99) / 100;
        BigDecimal figure = BigDecimal.valueOf(seconds.at(rank));
        return KpiResult.known(definition(), KpiUnit.SECONDS, figure, Basis.of(rank, total, excluded));
    }

    private KpiResult undefined(Basis basis, String reason) {
        return KpiResult.undefined(definition(), KpiUnit.SECONDS, basis, reason);
    }

    private Definition definition() {
        String rule = percent == 50 ? "The median" : "The " + percent + "th percentile";
        return new Definition(
                name + ".p" + percent + "/1",
                rule + " of " + meaning
                        + ", by nearest rank (numerator: the rank, denominator: how many); rounded down to two significant"
                        + " binary digits, at most 0.8 % low.");
    }
}
