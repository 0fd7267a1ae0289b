package dev.leadkit.metrics.money;

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
import dev.leadkit.metrics.fold.TimeBasis;
import dev.leadkit.metrics.fold.Wide;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * {@code marketing.roas}: the revenue of the converted leads that came while money was spent on their first source, over that money;
 * {@code marketing.romi.attributed}: that revenue times the contribution margin, less the money, over the money. By currency and source,
 * with the scope and the row of unallocated costs of {@link SpendPer#convertedLead}.
 *
 * <p>The revenue is <em>attributed</em>, to the first source; it is not what the money caused. A return on incremental revenue needs an
 * experiment. Source for the formula: Farris et al. (2010), "Marketing Metrics", where the revenue is the incremental one.
 *
 * <p>Converted leads without a value, or with one in another currency, are left out and counted; a margin that was not given makes the
 * second figure undefined, and so does money of 0 or less both.
 */
public final class MarketingReturn implements LeadKpi<SortedMap<String, Breakdown<MarketingReturn.Returns>>> {

    private static final long serialVersionUID = 1;

    private static final int CONVERTED = 0;
    private static final int REVENUE = 1;
    private static final Grouping SOURCE = Grouping.bySource();
    private static final String NO_VALUE = "converted, without a value";
    private static final String NOTHING = "nothing was spent";

    private final Spending spending;

    @SuppressWarnings("serial") // an immutable copy, which is serializable
    private final List<String> currencies;

    private final BigDecimal margin;
    private final boolean known;

    private MarketingReturn(Spending spending, BigDecimal margin, boolean known) {
        this.spending = spending;
        this.currencies = List.copyOf(spending.currencies());
        this.margin = margin;
        this.known = known;
    }

    /**
     * The result for one source, or all.
     *
     * @param roas revenue over spend, as a number: 4 is 4 units of money back for each one
     * @param romi margin less spend, over spend, as a share: 0 is break-even, -1 all is gone
     */
    public record Returns(KpiResult roas, KpiResult romi) {}

    /**
     * Without a margin: the return on investment is undefined.
     *
     * @param spending all costs
     * @return the KPI; its result has one breakdown by source for each currency, none if there are no costs
     */
    public static MarketingReturn of(Spending spending) {
        return new MarketingReturn(spending, BigDecimal.ZERO, false);
    }

    /**
     * With a margin.
     *
     * @param spending all costs
     * @param margin the contribution margin, which part of the revenue is left after what the product itself costs; from 0 to 1,
     *     with at most {@value Definition#MOST_DIGITS} digits after the point
     * @return the KPI; its result has one breakdown by source for each currency, none if there are no costs
     */
    public static MarketingReturn of(Spending spending, BigDecimal margin) {
        if (margin.signum() < 0 || margin.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("margin must be from 0 to 1, was " + margin);
        }
        return new MarketingReturn(spending, Definition.exact(margin), true);
    }

    @Override
    public Definition definition() {
        String scope = spending.scope(currencies);
        return scope.isEmpty() ? romi() : romi().with(scope);
    }

    private Definition romi() {
        return new Definition(
                "marketing.romi.attributed/1" + (known ? "?margin=" + margin.toPlainString() : ""),
                TimeBasis.COHORT,
                "Revenue of the converted leads captured on a day that a cost of their source covers, times the margin, less the"
                        + " spend, over the spend.");
    }

    @Override
    public List<String> parts() {
        return List.of("converted, with a value", "value in minor units");
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return SpendPer.convertedLead(spending).evidence(facts);
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        String source = SOURCE.of(facts);
        Optional<Money> value = facts.converted().flatMap(MarketingReturn::value);
        for (String currency : currencies) {
            Counts cell = counts.named(currency);
            Optional<String> row = facts.captured().isEmpty()
                    ? Optional.empty()
                    : spending.row(
                            currency, source, spending.day(facts.captured().get()));
            String why = leftOut(facts, row, value, currency);
            if (why.isEmpty()) {
                cell.named(row.orElse(source)).add(CONVERTED, 0, times);
                Wide.add(
                        cell.named(row.orElse(source)),
                        REVENUE,
                        value.map(Money::minor).orElse(0L),
                        times);
            } else {
                cell.named(row.orElse(source)).exclude(why, times);
            }
        }
    }

    private static Optional<Money> value(FactEvent converted) {
        return ((Occurrence.Converted) converted.what()).value();
    }

    private static String leftOut(LeadFacts facts, Optional<String> row, Optional<Money> value, String currency) {
        if (facts.captured().isEmpty()) {
            return LeadFacts.UNDATED;
        }
        if (!facts.isConverted()) {
            return "not converted";
        }
        if (row.isEmpty()) {
            return "not in the scope of a cost";
        }
        if (value.isEmpty()) {
            return NO_VALUE;
        }
        return value.get().currency().getCurrencyCode().equals(currency)
                ? ""
                : "converted, with a value in another currency";
    }

    @Override
    public SortedMap<String, Breakdown<Returns>> result(Counts counts, Instant asOf) {
        return Told.of(spending, currencies, counts, this::returns);
    }

    private Returns returns(Counts counts, String currency, BigDecimal spent) {
        BigDecimal revenue = Wide.amount(counts, REVENUE, Currency.getInstance(currency));
        Definition romi = romi().with("currency=" + currency);
        Definition roas = new Definition(
                "marketing.roas/1?currency=" + currency,
                TimeBasis.COHORT,
                "Revenue of the converted leads captured on a day that a cost of their source covers, over the spend.");
        Basis back = new Basis(revenue, spent, counts.excluded());
        BigDecimal gain = revenue.multiply(margin).subtract(spent);
        Basis net = new Basis(gain, spent, counts.excluded());
        String why = why(counts);
        return new Returns(
                figure(roas, KpiUnit.NUMBER, back, why),
                figure(romi, KpiUnit.SHARE, net, why.isEmpty() && !known ? "no margin was given" : why));
    }

    private static String why(Counts counts) {
        long valued = counts.count(CONVERTED, 0);
        if (valued < 0) {
            return KpiResult.INCOMPLETE;
        }
        return valued == 0 && counts.excluded().containsKey(NO_VALUE) ? "no converted lead has a value" : "";
    }

    private static KpiResult figure(Definition definition, KpiUnit unit, Basis basis, String why) {
        String reason = why.isEmpty() && basis.denominator().signum() <= 0 ? NOTHING : why;
        return reason.isEmpty()
                ? KpiResult.quotient(definition, unit, basis, NOTHING)
                : KpiResult.undefined(definition, unit, basis, reason);
    }
}
