package dev.leadkit.metrics.customer;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.InGroup;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One customer, as far as figures need it.
 *
 * @param group where it counts, such as its source or the month of its first bill; {@link Grouping#MISSING} if there is none
 * @param since the first day as a customer
 * @param ended the first day as a customer no more; empty while it stays
 * @param income what it brings a month; empty if that is not known
 */
public record Customer(String group, LocalDate since, Optional<LocalDate> ended, Optional<Income> income)
        implements InGroup {

    /**
     * What a customer brings in a month.
     *
     * @param revenue what it pays a month, in the mean of its time
     * @param margin the gross margin, which part of it is left after what the product itself costs; from -10 to 1, below 0 for a loss.
     *     If only the margin in money is known, give it as the revenue, with 1 here: the revenue of a customer is then its margin
     */
    public record Income(Money revenue, BigDecimal margin) {

        private static final BigDecimal LEAST = BigDecimal.TEN.negate();

        /**
         * Checks the margin.
         *
         * @param revenue what it pays a month
         * @param margin the gross margin
         */
        public Income {
            if (margin.compareTo(LEAST) < 0 || margin.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("margin must be from -10 to 1, was " + margin);
            }
        }

        /**
         * The margin in minor units, rounded half to even. What is far below one is asked first: such a number may have more digits
         * to cut off than fit in memory.
         */
        BigInteger marginMinor() {
            BigDecimal minor = BigDecimal.valueOf(revenue.minor()).multiply(margin);
            boolean isNothing = minor.precision() - minor.scale() < 0;
            return isNothing
                    ? BigInteger.ZERO
                    : minor.setScale(0, RoundingMode.HALF_EVEN).toBigIntegerExact();
        }
    }
}
