package dev.leadkit.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/** The marks of an axis of shares: from 0 upwards in round steps of so many thousandths. */
record Ticks(int step, int count) {

    private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 250);
    private static final int MOST = 4;

    static Ticks upTo(BigDecimal share) {
        int thousandths =
                share.movePointRight(3).setScale(0, RoundingMode.CEILING).intValueExact();
        int step = STEPS.stream()
                .filter(size -> size * MOST >= thousandths)
                .findFirst()
                .orElseThrow();
        return new Ticks(step, Math.max(1, (thousandths + step - 1) / step));
    }

    List<BigDecimal> shares() {
        return IntStream.rangeClosed(0, count).mapToObj(this::share).toList();
    }

    BigDecimal top() {
        return share(count);
    }

    String write(BigDecimal share) {
        return share.movePointRight(2).setScale(step % 10 == 0 ? 0 : 1).toPlainString() + "%";
    }

    private BigDecimal share(int tick) {
        return BigDecimal.valueOf((long) tick * step, 3);
    }
}
