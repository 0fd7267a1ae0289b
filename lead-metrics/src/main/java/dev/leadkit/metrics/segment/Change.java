package dev.leadkit.metrics.segment;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.KpiValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure compared with the one before. Immutable and thread-safe.
 *
 * @param before the earlier figure
 * @param now the later figure
 * @param difference the later value less the earlier; undefined if one of them is
 * @param relative the difference over the earlier value; undefined without a difference, and where the earlier value is 0
 * @param interval where the true difference is expected with 95 % confidence, after Newcombe (1998), method 10; only of rates that
 *     have intervals themselves
 */
public record Change(
        KpiResult before, KpiResult now, KpiValue difference, KpiValue relative, Optional<Interval> interval) {

    /**
     * Compares two figures.
     *
     * @param before the earlier figure
     * @param now the later figure
     * @return the change
     * @throws IllegalArgumentException if they are of different definitions or units, which cannot be compared
     */
    public static Change between(KpiResult before, KpiResult now) {
        boolean same = before.definition().id().equals(now.definition().id())
                && before.unit().equals(now.unit());
        if (!same) {
            throw new IllegalArgumentException(
                    "figures must be of one definition, was " + before.definition() + " and " + now.definition());
        }
        Optional<BigDecimal> earlier = before.value().number();
        Optional<BigDecimal> later = now.value().number();
        if (earlier.isEmpty() || later.isEmpty()) {
            KpiValue why = new KpiValue.Undefined("one of the figures has no value");
            return new Change(before, now, why, why, Optional.empty());
        }
        BigDecimal difference = later.get().subtract(earlier.get());
        KpiValue relative = earlier.get().signum() == 0
                ? new KpiValue.Undefined("the earlier figure is 0")
                : new KpiValue.Known(difference.divide(earlier.get(), KpiResult.SCALE, RoundingMode.HALF_EVEN));
        return new Change(before, now, new KpiValue.Known(difference), relative, interval(before, now));
    }

    private static Optional<Interval> interval(KpiResult before, KpiResult now) {
        boolean rates = before.interval().isPresent()
                && now.interval().isPresent()
                && now.unit().equals(KpiUnit.SHARE)
                && isRate(before)
                && isRate(now);
        return rates ? proportion(now).newcombe95(proportion(before)) : Optional.empty();
    }

    /** Some shares, such as those of a curve, have an interval, but are not the quotient of two counts. */
    private static boolean isRate(KpiResult figure) {
        Basis basis = figure.basis();
        return basis.denominator().signum() > 0
                && figure.value()
                        .equals(new KpiValue.Known(basis.numerator()
                                .divide(basis.denominator(), KpiResult.SCALE, RoundingMode.HALF_EVEN)));
    }

    private static Proportion proportion(KpiResult rate) {
        return new Proportion(
                rate.basis().numerator().longValueExact(),
                rate.basis().denominator().longValueExact());
    }

    /**
     * Compares each period with the one before that has leads.
     *
     * @param periods a breakdown {@link Grouping#byPeriod by period}; its group {@link Grouping#MISSING} is left out
     * @return the changes in order of time, one less than there are periods
     */
    public static List<Change> of(Breakdown<KpiResult> periods) {
        List<Change> changes = new ArrayList<>();
        KpiResult before = null;
        for (Map.Entry<String, KpiResult> period : periods.groups().entrySet()) {
            if (period.getKey().equals(Grouping.MISSING)) {
                continue;
            }
            if (before != null) {
                changes.add(between(before, period.getValue()));
            }
            before = period.getValue();
        }
        return List.copyOf(changes);
    }
}
