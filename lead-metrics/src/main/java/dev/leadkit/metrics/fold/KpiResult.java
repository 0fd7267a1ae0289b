package dev.leadkit.metrics.fold;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Proportion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One figure with everything that is needed to check it. Immutable and thread-safe.
 *
 * @param definition what it counts
 * @param unit what it is measured in
 * @param value the number, or why there is none
 * @param basis the numbers that it rests on
 * @param interval the range in which the true value is expected with 95 % confidence, for rates that have one
 */
public record KpiResult(Definition definition, KpiUnit unit, KpiValue value, Basis basis, Optional<Interval> interval) {

    /** How many decimals every value has, rounded half to even. */
    public static final int SCALE = 6;

    /** Why a figure is undefined while a part of the counts is missing. */
    public static final String INCOMPLETE = "more was retracted than added, a part of the counts is missing";

    /**
     * The numerator over the denominator.
     *
     * @param definition what it counts
     * @param unit what it is measured in
     * @param basis numerator and denominator
     * @param whenEmpty why it is undefined if the denominator is 0
     * @return the quotient with {@link #SCALE} decimals; undefined if the denominator is 0 or less
     */
    public static KpiResult quotient(Definition definition, KpiUnit unit, Basis basis, String whenEmpty) {
        return new KpiResult(definition, unit, divided(basis, whenEmpty), basis, Optional.empty());
    }

    /**
     * A rate of leads that have something among leads that could have it, with Wilson's interval.
     *
     * @param definition what it counts
     * @param basis how many have it, of how many
     * @param whenEmpty why it is undefined if there are none
     * @return the rate; undefined if the counts are not from 0 to the denominator, or the denominator is 0
     */
    public static KpiResult rate(Definition definition, Basis basis, String whenEmpty) {
        boolean whole = basis.numerator().signum() >= 0 && basis.numerator().compareTo(basis.denominator()) <= 0;
        if (!whole) {
            return undefined(definition, KpiUnit.SHARE, basis, INCOMPLETE);
        }
        Proportion proportion = new Proportion(
                basis.numerator().longValueExact(), basis.denominator().longValueExact());
        return new KpiResult(definition, KpiUnit.SHARE, divided(basis, whenEmpty), basis, proportion.wilson95());
    }

    /**
     * A figure that is known by itself, such as a quantile.
     *
     * @param definition what it is
     * @param unit what it is measured in
     * @param figure the number
     * @param basis what it rests on
     * @return the figure with {@link #SCALE} decimals
     */
    public static KpiResult known(Definition definition, KpiUnit unit, BigDecimal figure, Basis basis) {
        KpiValue value = new KpiValue.Known(figure.setScale(SCALE, RoundingMode.HALF_EVEN));
        return new KpiResult(definition, unit, value, basis, Optional.empty());
    }

    /**
     * A figure without a value.
     *
     * @param definition what it would count
     * @param unit what it would be measured in
     * @param basis what is known nevertheless
     * @param reason why there is no value
     * @return the undefined figure
     */
    public static KpiResult undefined(Definition definition, KpiUnit unit, Basis basis, String reason) {
        return new KpiResult(definition, unit, new KpiValue.Undefined(reason), basis, Optional.empty());
    }

    private static KpiValue divided(Basis basis, String whenEmpty) {
        return switch (basis.denominator().signum()) {
            case 0 -> new KpiValue.Undefined(whenEmpty);
            case -1 -> new KpiValue.Undefined(INCOMPLETE);
            default -> new KpiValue.Known(basis.numerator().divide(basis.denominator(), SCALE, RoundingMode.HALF_EVEN));
        };
    }
}
