package dev.leadkit.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * How the figures of a chart are written: with commas between thousands, rounded half to even, in every locale alike.
 */
public enum Unit {
    /** A whole number: {@code 1234.5} is written {@code 1,234}. */
    COUNT("%,.0f", 0, 0),
    /** A number with two digits after the point: {@code 1234.5} is written {@code 1,234.50}. */
    DECIMAL("%,.2f", 0, 2),
    /** A share of 1 in percent with one digit after the point: {@code 0.3799} is written {@code 38.0%}. */
    PERCENT("%,.1f%%", 2, 1),
    /** A number exactly as it is, without superfluous zeros: {@code 12.50} is written {@code 12.5}; no commas. */
    EXACT("%s", 0, 0);

    private final String pattern;
    private final int shift;
    private final int digits;

    Unit(String pattern, int shift, int digits) {
        this.pattern = pattern;
        this.shift = shift;
        this.digits = digits;
    }

    String write(BigDecimal figure) {
        if (this == EXACT) {
            return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
        }
        BigDecimal rounded = figure.movePointRight(shift).setScale(digits, RoundingMode.HALF_EVEN);
        return String.format(Locale.ROOT, pattern, rounded);
    }

    static String count(long count) {
        return COUNT.write(BigDecimal.valueOf(count));
    }
}
