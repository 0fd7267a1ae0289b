package dev.leadkit.metrics.fold;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a figure rests on.
 *
 * @param numerator what is above the line, exact
 * @param denominator what is below the line, exact; 0 makes the figure undefined
 * @param excluded how many leads were left out, by reason, in order of the reasons; reasons without leads are not there
 */
public record Basis(BigDecimal numerator, BigDecimal denominator, SortedMap<String, Long> excluded) {

    /**
     * Keeps a copy of the exclusions.
     *
     * @param numerator what is above the line
     * @param denominator what is below the line
     * @param excluded how many leads were left out, by reason
     */
    public Basis {
        excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
    }

    /**
     * A basis of two counts.
     *
     * @param numerator what is above the line
     * @param denominator what is below the line
     * @param excluded how many leads were left out, by reason
     * @return the basis
     */
    public static Basis of(long numerator, long denominator, SortedMap<String, Long> excluded) {
        return new Basis(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), excluded);
    }
}
