package dev.leadkit.metrics.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/** A probability in millionths, so that sums of it are exact. */
final class Chance {

    static final long WHOLE = 1_000_000;
    static final int DIGITS = 6;
    /** What rounds to 0; asked first, since a tiny number may have very many digits to cut off. */
    private static final BigDecimal NOTHING = new BigDecimal("0.0000005");

    private Chance() {}

    /** Rounded half to even; empty if there is none, or if it is not from 0 to 1. */
    static OptionalLong millionths(Optional<BigDecimal> probability) {
        if (probability.isEmpty()
                || probability.get().signum() < 0
                || probability.get().compareTo(BigDecimal.ONE) > 0) {
            return OptionalLong.empty();
        }
        BigDecimal chance = probability.get();
        return OptionalLong.of(
                chance.compareTo(NOTHING) <= 0
                        ? 0
                        : chance.movePointRight(DIGITS)
                                .setScale(0, RoundingMode.HALF_EVEN)
                                .longValueExact());
    }
}
