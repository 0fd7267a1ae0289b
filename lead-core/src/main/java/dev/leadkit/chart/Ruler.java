package dev.leadkit.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Turns figures into lengths: {@code full} is drawn {@code length} units long. */
record Ruler(BigDecimal full, double length) {

    // Shorter is invisible, and "a few" must not look like "none".
    private static final double SHORTEST = 1.5;

    /** The place of a figure, from 0 to the full length; what lies outside is put at the end. */
    double at(BigDecimal figure) {
        if (figure.signum() <= 0 || full.signum() <= 0) {
            return 0;
        }
        BigDecimal part = figure.min(full).divide(full, 6, RoundingMode.HALF_EVEN);
        return part.doubleValue() * length;
    }

    /** The length of a bar: 0 only for figures that are not above 0. */
    double bar(BigDecimal figure) {
        return figure.signum() > 0 ? Math.max(SHORTEST, at(figure)) : 0;
    }
}
