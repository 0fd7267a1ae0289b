package dev.leadkit.metrics.customer;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.KpiValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a customer brings against what it cost to win. Both sides must be of the same customers; the usual "3 to 1" is a rule of thumb
 * without proof. Made of two figures as they are shown, with 6 decimals; undefined if one of them is, or if the cost is 0 or less.
 *
 * @param ltvToCac {@code customer.ltv-to-cac}: the lifetime value over the acquisition cost
 * @param payback {@code customer.payback}: the acquisition cost over the mean monthly margin, in months
 * @param roi {@code customer.roi}: the lifetime value less the acquisition cost, over that cost
 */
public record UnitEconomics(KpiResult ltvToCac, KpiResult payback, KpiResult roi) {

    private static final String FREE = "the acquisition cost is 0 or less";

    /**
     * Sets the two against each other.
     *
     * @param life the figures of the customers
     * @param cac what one of them cost, such as {@code lead.cac} of the same source and time, in the same currency
     * @return the figures
     * @throws IllegalArgumentException if the currencies differ
     */
    public static UnitEconomics of(LifetimeFigures life, KpiResult cac) {
        KpiResult ltv = life.simple();
        if (!ltv.unit().equals(cac.unit())) {
            throw new IllegalArgumentException("cac must be in " + ltv.unit() + ", was in " + cac.unit());
        }
        BigDecimal value = number(ltv);
        BigDecimal cost = number(cac);
        BigDecimal margin = number(life.margin());
        return new UnitEconomics(
                figure(
                        definition("ltv-to-cac", ltv, cac, "The lifetime value over the acquisition cost."),
                        KpiUnit.NUMBER,
                        new Basis(value, cost, new TreeMap<>()),
                        why(ltv, cac, cost, FREE)),
                figure(
                        definition(
                                "payback",
                                life.margin(),
                                cac,
                                "The acquisition cost over the mean monthly margin, in months."),
                        KpiUnit.MONTHS,
                        new Basis(cost, margin, new TreeMap<>()),
                        why(life.margin(), cac, margin, "the margin is 0 or less")),
                figure(
                        definition(
                                "roi",
                                ltv,
                                cac,
                                "The lifetime value less the acquisition cost, over the acquisition cost."),
                        KpiUnit.SHARE,
                        new Basis(value.subtract(cost), cost, new TreeMap<>()),
                        why(ltv, cac, cost, FREE)));
    }

    /** Of different lives or costs, the figures may not be compared: the identifier names both. */
    private static Definition definition(String name, KpiResult life, KpiResult cac, String meaning) {
        return new Definition(
                "customer." + name + "/1?of=[" + life.definition().id() + "]&cac=["
                        + cac.definition().id() + "]",
                meaning);
    }

    private static BigDecimal number(KpiResult figure) {
        return figure.value().number().orElse(BigDecimal.ZERO);
    }

    /** Empty if both are known. */
    private static Optional<String> why(KpiResult one, KpiResult other) {
        return Stream.of(one, other)
                .map(KpiResult::value)
                .filter(KpiValue.Undefined.class::isInstance)
                .map(value -> ((KpiValue.Undefined) value).reason())
                .findFirst();
    }

    /** Empty if both are known, and the one that is divided by is above 0. */
    private static Optional<String> why(KpiResult one, KpiResult other, BigDecimal divisor, String whenNothing) {
        return why(one, other).or(() -> divisor.signum() <= 0 ? Optional.of(whenNothing) : Optional.empty());
    }

    private static KpiResult figure(Definition definition, KpiUnit unit, Basis basis, Optional<String> why) {
        return why.map(reason -> KpiResult.undefined(definition, unit, basis, reason))
                .orElseGet(() -> KpiResult.quotient(definition, unit, basis, FREE));
    }
}
