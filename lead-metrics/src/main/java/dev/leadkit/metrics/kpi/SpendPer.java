package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.LeadFacts;
import dev.leadkit.metrics.fold.Tally;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What was spent for each lead ({@code lead.cost}) or each new customer ({@code lead.cac}), by currency and source. Both sides have
 * the same scope: a lead counts if its first source had a cost in the currency that covers the day of its capture (for a customer: of
 * its first conversion). Spend without leads stays in the numerator; leads without spend are left out and counted. The sum for all
 * sources is their total spend over their total leads.
 *
 * <p>CAC is blended and without lag: the spend of a period over the conversions of that period, whenever their leads came; it is fully
 * loaded only if the costs are.
 */
public final class SpendPer implements Kpi<Tally<SpendCount>, SortedMap<String, Breakdown>> {

    private static final String COUNTED = "";
    private static final String NOT_CONVERTED = "not converted";
    private static final String NO_COST = "no cost for the source";
    private static final String OUTSIDE = "on a day without cost";

    private final Spending spending;
    private final boolean customers;

    private SpendPer(Spending spending, boolean customers) {
        this.spending = spending;
        this.customers = customers;
    }

    /**
     * Cost per lead.
     *
     * @param spending all costs
     * @return the KPI; its result has one breakdown by source for each currency, none if there are no costs
     */
    public static SpendPer lead(Spending spending) {
        return new SpendPer(spending, false);
    }

    /**
     * Customer acquisition cost.
     *
     * @param spending all costs
     * @return the KPI; its result has one breakdown by source for each currency, none if there are no costs
     */
    public static SpendPer customer(Spending spending) {
        return new SpendPer(spending, true);
    }

    @Override
    public Tally<SpendCount> create() {
        return new Tally<>();
    }

    @Override
    public void add(Tally<SpendCount> state, LeadFacts facts) {
        count(state, facts, 1);
    }

    @Override
    public void retract(Tally<SpendCount> state, LeadFacts facts) {
        count(state, facts, -1);
    }

    private void count(Tally<SpendCount> state, LeadFacts facts, long times) {
        String source = Grouping.bySource().of(facts);
        for (String currency : spending.currencies()) {
            state.add(new SpendCount(currency, source, mark(currency, source, facts)), times);
        }
    }

    private String mark(String currency, String source, LeadFacts facts) {
        if (facts.capturedAt().isEmpty()) {
            return LeadFacts.UNDATED;
        }
        Optional<Instant> at = customers ? facts.convertedAt() : facts.capturedAt();
        if (at.isEmpty()) {
            return NOT_CONVERTED;
        }
        if (!spending.bySource(currency).containsKey(source)) {
            return NO_COST;
        }
        return spending.covers(currency, source, at.get()) ? COUNTED : OUTSIDE;
    }

    @Override
    public void merge(Tally<SpendCount> into, Tally<SpendCount> from) {
        into.merge(from);
    }

    @Override
    public SortedMap<String, Breakdown> result(Tally<SpendCount> state, Instant asOf) {
        SortedMap<String, Breakdown> result = new TreeMap<>();
        spending.currencies().forEach(currency -> result.put(currency, breakdown(state, currency)));
        return result;
    }

    private Breakdown breakdown(Tally<SpendCount> state, String currency) {
        SortedMap<String, BigDecimal> spent = spending.bySource(currency);
        SortedSet<String> sources = new TreeSet<>(spent.keySet());
        state.counts().keySet().stream()
                .filter(count -> count.currency().equals(currency))
                .forEach(count -> sources.add(count.source()));
        SortedMap<String, KpiResult> groups = new TreeMap<>();
        for (String source : sources) {
            BigDecimal sum = spent.getOrDefault(source, BigDecimal.ZERO);
            groups.put(
                    source, figure(state, currency, sum, count -> count.source().equals(source)));
        }
        BigDecimal all = spent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Breakdown(figure(state, currency, all, count -> true), groups);
    }

    private KpiResult figure(Tally<SpendCount> state, String currency, BigDecimal spent, Predicate<SpendCount> wanted) {
        Tally<String> marks = new Tally<>();
        state.counts().forEach((count, leads) -> {
            if (count.currency().equals(currency) && wanted.test(count)) {
                marks.add(count.mark(), leads);
            }
        });
        long counted = marks.count(COUNTED);
        marks.add(COUNTED, Math.negateExact(counted));
        Basis basis = new Basis(spent, BigDecimal.valueOf(counted), marks.counts());
        KpiUnit unit = KpiUnit.money(Currency.getInstance(currency));
        return KpiResult.quotient(definition(currency), unit, basis, whenEmpty());
    }

    private String whenEmpty() {
        return customers ? "no customer in the scope of a cost" : "no lead in the scope of a cost";
    }

    private Definition definition(String currency) {
        return customers
                ? new Definition(
                        "lead.cac/1?currency=" + currency,
                        "Spend over the leads first converted on a day that a cost of their source covers; blended, without lag.")
                : new Definition(
                        "lead.cost/1?currency=" + currency,
                        "Spend over the leads captured on a day that a cost of their source covers.");
    }
}
