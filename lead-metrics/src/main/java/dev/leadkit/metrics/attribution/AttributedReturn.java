package dev.leadkit.metrics.attribution;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.TimeBasis;
import dev.leadkit.metrics.fold.Wide;
import dev.leadkit.metrics.money.MarketingReturn;
import dev.leadkit.metrics.money.Spending;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code marketing.roas.credited} and {@code marketing.romi.credited}: what money came back by the touches that it paid for. The value of
 * each conversion is shared among the touches before it as an {@link Attribution} says; the part of a touch counts as revenue of its
 * channel if a cost of that source covers the day of the touch, else of {@link dev.leadkit.metrics.money.Cost#UNALLOCATED unallocated}
 * costs if such cover it, else it is not covered. By currency and source; the sources of costs must be called as the channels of touches
 * are, written as {@link Grouping#named} has them. {@link MarketingReturn} is the simpler figure: all revenue to the first source, by the day of the capture.
 *
 * <p>Money is shared in minor units by largest remainder: the revenue of all sources, what is not covered and what no touch is credited
 * with add up to the value of all conversions to the last of them. The value is that of the conversion itself, as in
 * {@link MarketingReturn}, not a price told before it. Leads that are undated, not converted or without a value are left out and counted;
 * money of 0 or less makes both figures undefined, a margin that was not given the second.
 *
 * <p>Revenue that a rule credits is not what the money caused; that takes an experiment. Source for the formula: Farris et al. (2010),
 * "Marketing Metrics".
 */
public final class AttributedReturn implements LeadKpi<SortedMap<String, AttributedReturn.Returns>> {

    private static final long serialVersionUID = 1;

    static final int CONVERSIONS = 0;
    static final int REVENUE = 1;
    static final int UNATTRIBUTED = 2;
    static final int TOUCHES = 3;
    static final String NO_VALUE = "converted, without a value";

    private static final String COVERED = "covered";
    private static final String UNCOVERED = "uncovered";

    private final Attribution credit;
    private final Spending spending;
    private final BigDecimal margin;
    private final boolean known;

    private AttributedReturn(Attribution credit, Spending spending, BigDecimal margin, boolean known) {
        this.credit = requireNonNull(credit, "credit");
        this.spending = requireNonNull(spending, "spending");
        this.margin = margin;
        this.known = known;
    }

    /**
     * The result in one currency. The numerators of {@code bySource.groups}, {@code uncovered} and {@code unattributed} add up to
     * {@code revenue}. Amounts are in the currency's main unit, exact.
     *
     * @param bySource the returns of each source that has costs or covered revenue, and of all of them together
     * @param revenue the value of all conversions
     * @param uncovered what is credited to touches on days without a cost, by channel; channels without any are not there
     * @param unattributed the value of conversions without a touch in the window
     */
    public record Returns(
            Breakdown<MarketingReturn.Returns> bySource,
            BigDecimal revenue,
            SortedMap<String, BigDecimal> uncovered,
            BigDecimal unattributed) {

        /**
         * Keeps a copy of what is not covered.
         *
         * @param bySource the returns of each source
         * @param revenue the value of all conversions
         * @param uncovered what is credited to touches on days without a cost
         * @param unattributed the value of conversions without a touch
         */
        public Returns {
            uncovered = Collections.unmodifiableSortedMap(new TreeMap<>(uncovered));
        }
    }

    /**
     * Without a margin: the return on investment is undefined.
     *
     * @param credit by which rule, and among touches of which window, a conversion is shared
     * @param spending all costs
     * @return the KPI; its result has an entry for each currency of a cost or a conversion
     */
    public static AttributedReturn of(Attribution credit, Spending spending) {
        return new AttributedReturn(credit, spending, BigDecimal.ZERO, false);
    }

    /**
     * With a margin.
     *
     * @param credit by which rule, and among touches of which window, a conversion is shared
     * @param spending all costs
     * @param margin the contribution margin, which part of the revenue is left after what the product itself costs; from 0 to 1,
     *     with at most {@value Definition#MOST_DIGITS} digits after the point
     * @return the KPI; its result has an entry for each currency of a cost or a conversion
     */
    public static AttributedReturn of(Attribution credit, Spending spending, BigDecimal margin) {
        if (margin.signum() < 0 || margin.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("margin must be from 0 to 1, was " + margin);
        }
        return new AttributedReturn(credit, spending, Definition.exact(margin), true);
    }

    @Override
    public Definition definition() {
        String scope = spending.scope();
        return scope.isEmpty() ? romi() : romi().with(scope);
    }

    /** Of the figure itself: two months are compared whatever their costs. */
    Definition romi() {
        return definition(
                "marketing.romi.credited",
                known ? "&margin=" + margin.toPlainString() : "",
                "Revenue credited by the model to touches on days that a cost of their channel covers, times the margin, less the"
                        + " spend, over the spend.");
    }

    Definition definition(String name, String more, String meaning) {
        String rule = "/1?model=" + credit.model().id() + "&lookback=" + credit.lookback();
        return new Definition(name + rule + more, TimeBasis.EVENT, meaning);
    }

    Optional<BigDecimal> margin() {
        return known ? Optional.of(margin) : Optional.empty();
    }

    @Override
    public List<String> parts() {
        return List.of(
                "conversions with a value", "value in minor units", "value without a touch in minor units", "touches");
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return credit.evidence(facts);
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
        } else if (facts.converted().isEmpty()) {
            counts.exclude("not converted", times);
        } else {
            Optional<Money> value = value(facts.converted().get());
            if (value.isEmpty()) {
                counts.exclude(NO_VALUE, times);
            } else {
                count(counts, credit.journey(facts, facts.converted().get()), value.get(), times);
            }
        }
    }

    private static Optional<Money> value(FactEvent converted) {
        return ((Occurrence.Converted) converted.what()).value();
    }

    private void count(Counts counts, Journey journey, Money value, long times) {
        String currency = value.currency().getCurrencyCode();
        Counts cell = counts.named(currency);
        cell.add(CONVERSIONS, 0, times);
        Wide.add(cell, REVENUE, value.minor(), times);
        if (journey.touches().isEmpty()) {
            Wide.add(cell, UNATTRIBUTED, value.minor(), times);
            return;
        }
        long[] parts = LargestRemainder.split(value.minor(), credit.weights(journey));
        for (int i = 0; i < parts.length; i++) {
            String channel = journey.channel(i);
            Optional<String> row = spending.row(
                    currency,
                    Grouping.named(channel),
                    spending.day(journey.touches().get(i)));
            Counts earned = cell.named(row.isPresent() ? COVERED : UNCOVERED)
                    .named(row.orElseGet(() -> Grouping.named(channel)));
            earned.add(TOUCHES, 0, times);
            Wide.add(earned, REVENUE, parts[i], times);
        }
    }

    @Override
    public SortedMap<String, Returns> result(Counts counts, Instant asOf) {
        SortedSet<String> currencies = new TreeSet<>(spending.currencies());
        SortedMap<String, Counts> cells = counts.named();
        currencies.addAll(cells.keySet());
        SortedMap<String, Returns> result = new TreeMap<>();
        for (String code : currencies) {
            Counts cell = cells.getOrDefault(code, new Counts());
            Currency currency = Currency.getInstance(code);
            result.put(
                    code,
                    new Returns(
                            new CreditedReturns(this, currency, counts, cells)
                                    .of(spending.bySource(code), Attribution.sub(cell, COVERED)),
                            Wide.amount(cell, REVENUE, currency),
                            uncovered(Attribution.sub(cell, UNCOVERED), currency),
                            Wide.amount(cell, UNATTRIBUTED, currency)));
        }
        return result;
    }

    private static SortedMap<String, BigDecimal> uncovered(Counts channels, Currency currency) {
        SortedMap<String, BigDecimal> all = new TreeMap<>();
        channels.named().forEach((channel, earned) -> all.put(channel, Wide.amount(earned, REVENUE, currency)));
        return all;
    }
}
