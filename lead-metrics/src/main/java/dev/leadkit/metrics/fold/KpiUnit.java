package dev.leadkit.metrics.fold;

import java.util.Currency;

/**
 * What a figure is measured in.
 *
 * @param code {@code share} (a part of 1), {@code number}, {@code s} (seconds), {@code d} (calendar days), {@code mo} (months), an
 *     ISO 4217 currency code (its main unit), or such a code with {@code /d} (a day)
 */
public record KpiUnit(String code) {

    /** A ratio that is read in percent: 0.25 is 25 %. */
    public static final KpiUnit SHARE = new KpiUnit("share");
    /** A plain number without unit. */
    public static final KpiUnit NUMBER = new KpiUnit("number");
    /** Seconds. */
    public static final KpiUnit SECONDS = new KpiUnit("s");
    /** Calendar days. */
    public static final KpiUnit DAYS = new KpiUnit("d");
    /** Months of 30.436875 days, the mean of the calendar. */
    public static final KpiUnit MONTHS = new KpiUnit("mo");

    /**
     * An amount of money.
     *
     * @param currency its currency
     * @return the unit; figures are in the currency's main unit
     */
    public static KpiUnit money(Currency currency) {
        return new KpiUnit(currency.getCurrencyCode());
    }

    /**
     * An amount of money a day.
     *
     * @param currency its currency
     * @return the unit; figures are in the currency's main unit
     */
    public static KpiUnit moneyPerDay(Currency currency) {
        return new KpiUnit(currency.getCurrencyCode() + "/d");
    }

    @Override
    public String toString() {
        return code;
    }
}
