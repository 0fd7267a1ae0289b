package dev.leadkit.examples.benchmarks.suite;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * One figure that a suite measured.
 *
 * @param suite the suite's name
 * @param name what was measured, such as {@code capture.per.s}
 * @param value how much
 * @param unit of the value; {@code 1} for a ratio
 */
public record Figure(String suite, String name, double value, String unit) {

    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    /**
     * The figure as one line of JSON, with four significant digits: more would pretend. Names and units need no escaping.
     *
     * @return an object with {@code suite}, {@code name}, {@code value} and {@code unit}
     */
    public String json() {
        return "{\"suite\":\"" + suite + "\",\"name\":\"" + name + "\",\"value\":" + digits() + ",\"unit\":\"" + unit
                + "\"}";
    }

    /**
     * The value.
     *
     * @return its four significant digits, never with an exponent
     */
    public String digits() {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
