package dev.leadkit.metrics;

import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;

/** A figure in the words of a test. */
public final class Shown {

    private Shown() {}

    /** The value and its unit, or why there is none. */
    public static String shown(KpiResult figure) {
        return figure.value() instanceof KpiValue.Undefined why
                ? why.reason()
                : figure.value().number().orElseThrow().stripTrailingZeros().toPlainString() + " "
                        + figure.unit().code();
    }
}
