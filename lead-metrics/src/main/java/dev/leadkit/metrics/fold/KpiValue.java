package dev.leadkit.metrics.fold;

import java.math.BigDecimal;
import java.util.Optional;

/** The value of a figure, or why there is none. Never zero or NaN in place of "unknown". */
public sealed interface KpiValue {

    /**
     * The number, where there is one.
     *
     * @return the number, or empty if undefined
     */
    default Optional<BigDecimal> number() {
        return this instanceof Known known ? Optional.of(known.figure()) : Optional.empty();
    }

    /**
     * A figure that could be computed.
     *
     * @param figure the number, with {@link KpiResult#SCALE} decimals
     */
    record Known(BigDecimal figure) implements KpiValue {}

    /**
     * A figure that has no value.
     *
     * @param reason why, in a few words without a full stop
     */
    record Undefined(String reason) implements KpiValue {}
}
