package dev.leadkit.metrics.customer;

import dev.leadkit.metrics.fold.Counting;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.LocalDay;
import dev.leadkit.metrics.fold.TimeBasis;
import dev.leadkit.metrics.fold.Wide;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code customer.ltv}: what a customer is worth, by currency. Simple: the mean monthly margin over the monthly churn, that is revenue
 * (ARPA) times gross margin over churn; margin, not revenue. Discounted: {@code m r / (1 + i - r)} with the margin m, the retention
 * {@code r = 1 - churn} and the monthly discount rate i (the form of Gupta and Lehmann, without the acquisition cost).
 *
 * <p>Churn is the customers that ended by the as-of day over the months in which all of them could have; a month is 30.436875 days, and
 * the time of a customer is from its first day to the day it ended or the as-of day. A mean life beyond the horizon is taken as the
 * horizon, and the result says that it is capped: nobody has seen longer ones, and without churn they would have no end. One churn for all
 * ignores that customers differ, so long lives are underrated (Fader and Hardie): hand in one kind of customers at a time.
 *
 * <p>Customers that begin after the as-of day, ended before they began or have no known income are left out and counted. Margins are
 * rounded to minor units customer by customer.
 *
 * @param horizon the longest life that is believed, in months from 1 to 1,200
 * @param discount the discount rate a month, 0 or more; 0.01 is 1 %
 * @param zone where the as-of day begins and ends
 */
public record LifetimeValue(int horizon, BigDecimal discount, ZoneId zone)
        implements Counting<Customer, SortedMap<String, LifetimeFigures>> {

    /** The days of a month in the mean of the calendar. */
    public static final BigDecimal MONTH = new BigDecimal("30.436875");

    private static final int SINCE = 0;
    private static final int ENDED = 1;
    private static final int REVENUE = 2;
    private static final int MARGIN = 3;
    /** How far the part for the billions of an amount is from the part for the rest. */
    private static final int UPPER = 2;

    private static final BigInteger PIECE = BigInteger.valueOf(1_000_000_000);
    private static final int LONGEST = 1_200;

    /**
     * Checks the numbers.
     *
     * @param horizon the longest life that is believed
     * @param discount the discount rate a month
     * @param zone where the as-of day begins and ends
     */
    public LifetimeValue {
        if (horizon < 1 || horizon > LONGEST) {
            throw new IllegalArgumentException("horizon must be from 1 to " + LONGEST + ", was " + horizon);
        }
        if (discount.signum() < 0 || discount.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("discount must be from 0 to 1, was " + discount);
        }
        discount = Definition.exact(discount);
    }

    @Override
    public Definition definition() {
        return new Definition(
                "customer.ltv/1?horizon=" + horizon + "mo&discount=" + discount.toPlainString() + "&zone=" + zone,
                TimeBasis.SNAPSHOT,
                "The mean monthly margin over the monthly churn; a mean life beyond the horizon is taken as the horizon.");
    }

    @Override
    public List<String> parts() {
        return List.of(
                "customers, by first day",
                "customers, by day of their end",
                "monthly revenue in minor units, by first day",
                "monthly margin in minor units, by first day",
                "monthly revenue in 1,000,000,000 minor units, by first day",
                "monthly margin in 1,000,000,000 minor units, by first day");
    }

    @Override
    public void count(Counts counts, Customer facts, long times) {
        if (facts.ended().isPresent() && facts.ended().get().isBefore(facts.since())) {
            counts.exclude("ended before it began", times);
        } else if (facts.income().isEmpty()) {
            counts.exclude("no income known", times);
        } else {
            count(counts, facts, facts.income().get(), times);
        }
    }

    private static void count(Counts counts, Customer facts, Customer.Income income, long times) {
        Counts money = counts.named(income.revenue().currency().getCurrencyCode());
        long since = facts.since().toEpochDay();
        money.add(SINCE, since, times);
        facts.ended().ifPresent(day -> money.add(ENDED, day.toEpochDay(), times));
        add(money, REVENUE, since, BigInteger.valueOf(income.revenue().minor()), times);
        add(money, MARGIN, since, income.marginMinor(), times);
    }

    /** In two pieces, so that no sum leaves the range of long. */
    private static void add(Counts money, int part, long day, BigInteger minor, long times) {
        BigInteger[] pieces = minor.divideAndRemainder(PIECE);
        money.add(part, day, Math.multiplyExact(pieces[1].longValueExact(), times));
        money.add(part + UPPER, day, Math.multiplyExact(pieces[0].longValueExact(), times));
    }

    private static BigDecimal until(long today, Counts money, int part) {
        BigInteger lower = Wide.sum(money, part, day -> day <= today);
        BigInteger upper = Wide.sum(money, part + UPPER, day -> day <= today);
        return new BigDecimal(upper.multiply(PIECE).add(lower));
    }

    @Override
    public SortedMap<String, LifetimeFigures> result(Counts counts, Instant asOf) {
        long today = LocalDay.of(asOf, zone).toEpochDay();
        SortedMap<String, LifetimeFigures> result = new TreeMap<>();
        counts.named().forEach((currency, money) -> {
            SortedMap<String, Long> left = new TreeMap<>(counts.excluded());
            long later = money.total(SINCE, day -> day > today);
            if (later != 0) {
                left.put("begins after the as-of day", later);
            }
            Lives lives = new Lives(
                    money.total(SINCE, day -> day <= today),
                    money.total(ENDED, day -> day <= today),
                    days(money, SINCE, today).subtract(days(money, ENDED, today)),
                    until(today, money, REVENUE),
                    until(today, money, MARGIN));
            result.put(currency, new Figuring(this, Currency.getInstance(currency), left).of(lives));
        });
        return result;
    }

    /** How many days have passed since then, all together. */
    private static BigDecimal days(Counts money, int part, long today) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long day : money.keys(part)) {
            if (day <= today) {
                BigDecimal passed = BigDecimal.valueOf(today).subtract(BigDecimal.valueOf(day));
                sum = sum.add(passed.multiply(BigDecimal.valueOf(money.count(part, day))));
            }
        }
        return sum;
    }

    /** What the customers of one currency add up to; money in minor units. */
    record Lives(long customers, long churned, BigDecimal days, BigDecimal revenue, BigDecimal margin) {}
}
