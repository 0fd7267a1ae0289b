package dev.leadkit.accuracy;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure that is either known exactly or undefined for a stated reason; never NaN and never a zero that stands for
 * "unknown". Immutable and thread-safe.
 */
public sealed interface Measure {

    /**
     * The exact figure.
     *
     * @return the figure, empty when undefined
     */
    Optional<Fraction> value();

    /**
     * The figure as a decimal, rounded half to even.
     *
     * @param scale how many digits stand after the point, 0 or more
     * @return a decimal of exactly this scale, empty when undefined
     * @throws IllegalArgumentException if the scale is below 0 and the figure is known
     */
    default Optional<BigDecimal> decimal(int scale) {
        return value().map(fraction -> fraction.decimal(scale));
    }

    /**
     * A figure that could be computed.
     *
     * @param figure the exact figure
     */
    record Known(Fraction figure) implements Measure {
        @Override
        public Optional<Fraction> value() {
            return Optional.of(figure);
        }
    }

    /**
     * A figure that the counts do not determine.
     *
     * @param reason what is missing
     */
    record Undefined(Reason reason) implements Measure {
        @Override
        public Optional<Fraction> value() {
            return Optional.empty();
        }
    }

    /** Why a figure is undefined. Where several hold, the first in this order is given. */
    enum Reason {
        /** Some count is below 0: more was retracted than added so far, so a part of the counts is still missing. */
        NEGATIVE_COUNT,
        /** Nothing was counted. */
        EMPTY,
        /** Nothing with the outcome was counted. */
        NO_POSITIVES,
        /** Nothing without the outcome was counted. */
        NO_NEGATIVES,
        /** All forecasts are equal, so that nothing can be told of how outcomes change with them. */
        EQUAL_FORECASTS,
        /** One forecast divides all with the outcome from all without it. */
        SEPARATED
    }
}
