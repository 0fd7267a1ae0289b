package dev.leadkit.metrics.money;

import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One source of {@link SourceEffectiveness}, or all.
 *
 * @param conversion how many of its leads were ever converted, with Wilson's interval
 * @param observedToExpected conversions over the sum of the chances, 1 is as expected
 * @param money the rest, by the code of the currency in which something was spent on it or earned with it
 */
public record SourceRow(KpiResult conversion, KpiResult observedToExpected, SortedMap<String, Amounts> money) {

    /**
     * Keeps a copy of the amounts.
     *
     * @param conversion how many of its leads were converted
     * @param observedToExpected conversions over the sum of the chances
     * @param money the rest, by currency
     */
    public SourceRow {
        money = Collections.unmodifiableSortedMap(new TreeMap<>(money));
    }

    /**
     * What a source cost and brought in one currency.
     *
     * @param costPerLead spend over the leads in its scope
     * @param costPerConversion spend over the converted leads in its scope
     * @param valuePerLead the values of the conversions over all leads; conversions without a value bring nothing
     */
    public record Amounts(KpiResult costPerLead, KpiResult costPerConversion, KpiResult valuePerLead) {}

    /** The same without values, for want of leads. */
    SourceRow without(String reason) {
        SortedMap<String, Amounts> none = new TreeMap<>();
        money.forEach((currency, each) -> none.put(
                currency,
                new Amounts(
                        without(each.costPerLead, reason),
                        without(each.costPerConversion, reason),
                        without(each.valuePerLead, reason))));
        return new SourceRow(without(conversion, reason), without(observedToExpected, reason), none);
    }

    private static KpiResult without(KpiResult figure, String reason) {
        return figure.value() instanceof KpiValue.Known
                ? KpiResult.undefined(figure.definition(), figure.unit(), figure.basis(), reason)
                : figure;
    }
}
