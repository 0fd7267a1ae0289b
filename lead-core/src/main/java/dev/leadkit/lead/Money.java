package dev.leadkit.lead;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of money. Two currencies are never added: that throws.
 *
 * @param minor the amount in the currency's minor unit (cents, say); may be negative
 * @param currency the currency
 */
public record Money(long minor, Currency currency) implements Serializable {

    /**
     * Makes an amount.
     *
     * @param minor the amount in minor units
     * @param currency the currency
     */
    public Money {
        requireNonNull(currency, "currency");
    }

    /**
     * An amount from a decimal.
     *
     * @param amount the amount in the currency's main unit, with at most the currency's own number of decimals
     * @param currency the currency
     * @return exactly that amount
     * @throws ArithmeticException if there are more decimals than the currency has, or the amount is out of range
     */
    public static Money of(BigDecimal amount, Currency currency) {
        BigDecimal exact = amount.setScale(digits(currency), RoundingMode.UNNECESSARY);
        return new Money(exact.unscaledValue().longValueExact(), currency);
    }

    /**
     * The sum of two amounts of one currency.
     *
     * @param other what to add
     * @return this and the other together
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the sum is out of range
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currency must be " + currency + ", was " + other.currency);
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    /**
     * The amount as a decimal in the main unit.
     *
     * @return exactly this amount, with the currency's number of decimals
     */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency.getCurrencyCode();
    }
}
