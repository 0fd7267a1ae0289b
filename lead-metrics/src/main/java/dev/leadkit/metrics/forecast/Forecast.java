package dev.leadkit.metrics.forecast;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.lead.Money;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.Wide;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code forecast.conversions} and {@code forecast.revenue}: what the open leads are expected to bring, from the latest chance that was
 * told of each and the value of its opportunity. The expected number is the sum of the chances p, with the variance
 * {@code sum p (1 - p)}; the expected revenue is {@code sum v p}, with the variance {@code sum v^2 p (1 - p)}. The 95 % intervals are
 * 1.96 standard deviations on both sides; they hold if the leads decide independently and the chances and values are right, so the true
 * range is wider.
 *
 * <p>Converted and lost leads, and open ones without a chance from 0 to 1, are left out and counted; undated leads count. Revenue is
 * told by currency: leads without a value, or with one in another currency, are left out of it. Sums are exact integers of millionths of
 * minor units. Undefined without such leads.
 */
public record Forecast() implements LeadKpi<Forecast.Outlook> {

    private static final int LEADS = 0;
    private static final int CHANCES = 1;
    private static final int SPREAD = 2;
    private static final int VALUED = 3;
    private static final int REVENUE = 4;
    private static final int REVENUE_SPREAD = 5;
    private static final String NO_CHANCE = "open, without a probability from 0 to 1";
    private static final String NO_VALUE = "open, without a value";
    private static final String OTHER_CURRENCY = "open, with a value in another currency";
    private static final String EMPTY = "no open lead has a probability";
    private static final Definition CONVERSIONS = new Definition(
            "forecast.conversions/1",
            "The sum of the latest chances of the open leads (numerator), of how many leads (denominator).");
    private static final Definition MONEY = new Definition(
            "forecast.revenue/1",
            "The sum of the latest chances of the open leads times their values (numerator), of how many leads (denominator).");

    /**
     * The result.
     *
     * @param conversions how many of the open leads are expected to convert
     * @param revenue what they are expected to bring, by the code of the currency; empty if no open lead with a chance has a value
     */
    public record Outlook(KpiResult conversions, SortedMap<String, KpiResult> revenue) {

        /**
         * Keeps a copy of the revenue.
         *
         * @param conversions how many of the open leads are expected to convert
         * @param revenue what they are expected to bring
         */
        public Outlook {
            revenue = Collections.unmodifiableSortedMap(new TreeMap<>(revenue));
        }
    }

    @Override
    public Definition definition() {
        return CONVERSIONS;
    }

    @Override
    public List<String> parts() {
        return List.of(
                "open, with a chance",
                "chance in millionths",
                "variance of the chance, in pieces",
                "open, with a chance and a value",
                "chance times value, in pieces",
                "variance of the revenue, in pieces");
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return facts.events().stream()
                .filter(event -> event.what() instanceof Occurrence.Scored
                        || event.what() instanceof Occurrence.Priced
                        || event.what() instanceof Occurrence.Converted
                        || event.what() instanceof Occurrence.Lost)
                .toList();
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.isConverted()) {
            counts.exclude("converted", times);
            return;
        }
        if (facts.lost().isPresent()) {
            counts.exclude("lost", times);
            return;
        }
        OptionalLong chance = Chance.millionths(latest(facts));
        if (chance.isEmpty()) {
            counts.exclude(NO_CHANCE, times);
            return;
        }
        long millionths = chance.getAsLong();
        long spread = millionths * (Chance.WHOLE - millionths);
        counts.add(LEADS, 0, times);
        counts.add(CHANCES, 0, Math.multiplyExact(millionths, times));
        Wide.add(counts, SPREAD, BigInteger.valueOf(spread), times);
        facts.value().ifPresent(value -> count(counts, value, millionths, times));
    }

    private static void count(Counts counts, Money value, long millionths, long times) {
        BigInteger minor = BigInteger.valueOf(value.minor());
        Counts money = counts.named(value.currency().getCurrencyCode());
        counts.add(VALUED, 0, times);
        money.add(VALUED, 0, times);
        Wide.add(money, REVENUE, minor.multiply(BigInteger.valueOf(millionths)), times);
        BigInteger spread = BigInteger.valueOf(millionths * (Chance.WHOLE - millionths));
        Wide.add(money, REVENUE_SPREAD, minor.pow(2).multiply(spread), times);
    }

    private static Optional<BigDecimal> latest(LeadFacts facts) {
        List<FactEvent> events = facts.events();
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).what() instanceof Occurrence.Scored scored
                    && scored.probability().isPresent()) {
                return scored.probability();
            }
        }
        return Optional.empty();
    }

    @Override
    public Outlook result(Counts counts, Instant asOf) {
        SortedMap<String, KpiResult> revenue = new TreeMap<>();
        counts.named().forEach((currency, money) -> revenue.put(currency, revenue(counts, currency, money)));
        return new Outlook(conversions(counts), revenue);
    }

    private static KpiResult conversions(Counts counts) {
        BigDecimal expected = BigDecimal.valueOf(counts.count(CHANCES, 0), Chance.DIGITS);
        BigDecimal variance = new BigDecimal(Wide.total(counts, SPREAD), 2 * Chance.DIGITS);
        BigDecimal leads = BigDecimal.valueOf(counts.count(LEADS, 0));
        Basis basis = new Basis(expected, leads, counts.excluded());
        if (expected.signum() < 0 || expected.compareTo(leads) > 0) {
            return KpiResult.undefined(CONVERSIONS, KpiUnit.NUMBER, basis, KpiResult.INCOMPLETE);
        }
        KpiResult result = figure(CONVERSIONS, KpiUnit.NUMBER, basis, variance);
        return new KpiResult(
                result.definition(),
                result.unit(),
                result.value(),
                result.basis(),
                result.interval()
                        .map(wide -> new Interval(
                                wide.low().max(BigDecimal.ZERO), wide.high().min(leads))));
    }

    private static KpiResult revenue(Counts counts, String currency, Counts money) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        BigDecimal expected = new BigDecimal(Wide.total(money, REVENUE), Chance.DIGITS + digits);
        BigDecimal variance = new BigDecimal(Wide.total(money, REVENUE_SPREAD), 2 * (Chance.DIGITS + digits));
        Counts left = new Counts();
        counts.excluded().forEach(left::exclude);
        left.exclude(NO_VALUE, counts.count(LEADS, 0) - counts.count(VALUED, 0));
        left.exclude(OTHER_CURRENCY, counts.count(VALUED, 0) - money.count(VALUED, 0));
        Basis basis = new Basis(expected, BigDecimal.valueOf(money.count(VALUED, 0)), left.excluded());
        Definition definition = MONEY.with("currency=" + currency);
        return figure(definition, KpiUnit.money(Currency.getInstance(currency)), basis, variance);
    }

    private static KpiResult figure(Definition definition, KpiUnit unit, Basis basis, BigDecimal variance) {
        if (basis.denominator().signum() < 0 || variance.signum() < 0) {
            return KpiResult.undefined(definition, unit, basis, KpiResult.INCOMPLETE);
        }
        if (basis.denominator().signum() == 0) {
            return KpiResult.undefined(definition, unit, basis, EMPTY);
        }
        BigDecimal expected = basis.numerator();
        BigDecimal reach = Proportion.Z.multiply(variance.sqrt(MathContext.DECIMAL128));
        Interval interval = new Interval(rounded(expected.subtract(reach)), rounded(expected.add(reach)));
        KpiResult plain = KpiResult.known(definition, unit, expected, basis);
        return new KpiResult(definition, unit, plain.value(), basis, Optional.of(interval));
    }

    private static BigDecimal rounded(BigDecimal end) {
        return end.setScale(KpiResult.SCALE, RoundingMode.HALF_EVEN);
    }
}
