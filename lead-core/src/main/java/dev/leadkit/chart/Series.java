package dev.leadkit.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** One distribution of a histogram: a name, and a count for every bin. */
record Series(String name, List<Long> counts) {

    private static final int SCALE = 6;

    boolean isEmpty() {
        return total().signum() == 0;
    }

    // The total of counts that fit a long may not.
    BigDecimal total() {
        return counts.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The share of every bin in the total, all 0 when there is nothing to share. */
    List<BigDecimal> shares() {
        BigDecimal whole = isEmpty() ? BigDecimal.ONE : total();
        return counts.stream()
                .map(count -> BigDecimal.valueOf(count).divide(whole, SCALE, RoundingMode.HALF_EVEN))
                .toList();
    }

    BigDecimal greatestShare() {
        return shares().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    String spoken(int bin) {
        return name + " " + Unit.count(counts.get(bin)) + " (" + share(bin) + ")";
    }

    private String share(int bin) {
        if (isEmpty()) {
            return "\u2013";
        }
        return Unit.PERCENT.write(BigDecimal.valueOf(counts.get(bin)).divide(total(), 3, RoundingMode.HALF_EVEN));
    }
}
