package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.TimeBasis;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was spent for each lead ({@code lead.cost}) or each new customer ({@code lead.cac}), by currency and source. Both sides have
 * the same scope: a lead counts if its first source had a cost in the currency that covers the day of its capture (for a customer: of
 * its first conversion). Spend without leads stays in the numerator; leads without spend are left out and counted. The sum for all
 * sources is their total spend over their total leads.
 *
 * <p>CAC is blended and without lag: the spend of a period over the conversions of that period, whenever their leads came; it is fully
 * loaded only if the costs are.
 */
public final class SpendPer implements LeadKpi<SortedMap<String, Breakdown<KpiResult>>> {

    private static final long serialVersionUID = 1;

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
    public Definition definition() {
        return customers
                ? new Definition(
                        "lead.cac/1",
                        TimeBasis.PERIOD,
                        "Spend over the leads first converted on a day that a cost of their source covers; blended, without lag.")
                : new Definition(
                        "lead.cost/1",
                        TimeBasis.PERIOD,
                        "Spend over the leads captured on a day that a cost of their source covers.");
    }

    @Override
    public List<String> parts() {
        return List.of("in the scope of a cost");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        String source = Grouping.bySource().of(facts);
        for (String currency : spending.currencies()) {
            Counts cell = counts.named(currency).named(source);
            Optional<String> why = leftOut(currency, source, facts);
            if (why.isPresent()) {
                cell.exclude(why.get(), times);
            } else {
                cell.add(0, 0, times);
            }
        }
    }

    private Optional<String> leftOut(String currency, String source, LeadFacts facts) {
        if (facts.captured().isEmpty()) {
            return Optional.of(LeadFacts.UNDATED);
        }
        Optional<FactEvent> event = customers ? facts.converted() : facts.captured();
        if (event.isEmpty()) {
            return Optional.of(NOT_CONVERTED);
        }
        if (!spending.bySource(currency).containsKey(source)) {
            return Optional.of(NO_COST);
        }
        return spending.covers(currency, source, event.get().at()) ? Optional.empty() : Optional.of(OUTSIDE);
    }

    @Override
    public SortedMap<String, Breakdown<KpiResult>> result(Counts counts, Instant asOf) {
        SortedMap<String, Breakdown<KpiResult>> result = new TreeMap<>();
        spending.currencies().forEach(currency -> result.put(currency, breakdown(counts.named(currency), currency)));
        return result;
    }

    private Breakdown<KpiResult> breakdown(Counts counts, String currency) {
        SortedMap<String, BigDecimal> spent = spending.bySource(currency);
        SortedSet<String> sources = new TreeSet<>(spent.keySet());
        sources.addAll(counts.named().keySet());
        SortedMap<String, KpiResult> groups = new TreeMap<>();
        Counts whole = new Counts();
        for (String source : sources) {
            Counts part = counts.named(source);
            whole.merge(part);
            groups.put(source, figure(part, currency, spent.getOrDefault(source, BigDecimal.ZERO)));
        }
        BigDecimal all = spent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Breakdown<>(figure(whole, currency, all), groups);
    }

    private KpiResult figure(Counts counts, String currency, BigDecimal spent) {
        Basis basis = new Basis(spent, BigDecimal.valueOf(counts.count(0, 0)), counts.excluded());
        Definition definition = new Definition(
                definition().id() + "?currency=" + currency,
                definition().basis(),
                definition().meaning());
        return KpiResult.quotient(definition, KpiUnit.money(Currency.getInstance(currency)), basis, whenEmpty());
    }

    private String whenEmpty() {
        return customers ? "no customer in the scope of a cost" : "no lead in the scope of a cost";
    }
}
