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
import dev.leadkit.metrics.fold.Wide;
import dev.leadkit.metrics.forecast.ObservedToExpected;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code source}: every first source side by side. How many of its leads were converted, what a lead and a converted lead of it cost and
 * brought, and whether more were converted than their chances said. The figures are those of {@code lead.conversion},
 * {@code lead.cost}, {@code lead.cost.converted} and {@link ObservedToExpected}, and {@code lead.value}: the values of the
 * conversions over all leads.
 *
 * <p>A source with too few leads has no figures, only what they would rest on: small numbers make the best and the worst of any list.
 * A difference of rates between sources may come from a different mix of leads; the ratio of observed to expected takes that out as far
 * as the chances know of it. Costs that belong to no source have their row as in {@link SpendPer}.
 *
 * @param spending all costs
 * @param expected the horizon of the ratio of observed to expected conversions
 * @param minimum a source with fewer leads than this has no figures; 1 or more
 */
public record SourceEffectiveness(Spending spending, ObservedToExpected expected, int minimum)
        implements LeadKpi<Breakdown<SourceRow>> {

    private static final int CAPTURED = ObservedToExpected.PARTS;
    private static final int CONVERTED = CAPTURED + 1;
    private static final int COVERED = CAPTURED + 2;
    private static final int COVERED_CONVERTED = CAPTURED + 3;
    private static final int VALUE = CAPTURED + 4;
    private static final int VALUED = CAPTURED + 5;
    private static final Grouping SOURCE = Grouping.bySource();

    /**
     * Checks the minimum.
     *
     * @param spending all costs
     * @param expected the horizon of the ratio
     * @param minimum a source with fewer leads has no figures
     */
    public SourceEffectiveness {
        if (minimum < 1) {
            throw new IllegalArgumentException("minimum must be at least 1, was " + minimum);
        }
    }

    @Override
    public Definition definition() {
        Definition plain = new Definition(
                "source/1?minimum=" + minimum + "&horizon=" + expected.horizon().toDays() + "d",
                "Conversion, cost and value of the leads of each first source; sources with few leads have no figures.");
        String scope = spending.scope(spending.codes());
        return scope.isEmpty() ? plain : plain.with(scope);
    }

    @Override
    public List<String> parts() {
        List<String> parts = new ArrayList<>(expected.parts());
        parts.addAll(List.of(
                "captured",
                "converted",
                "in the scope of a cost",
                "converted, in the scope of a cost",
                "value of conversions in minor units",
                "converted, with a value"));
        return parts;
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return expected.evidence(facts);
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        String source = SOURCE.of(facts);
        Counts row = counts.named(source);
        expected.count(row, 0, facts, times);
        row.add(CAPTURED, 0, times);
        facts.converted().ifPresent(converted -> converted(row, converted, times));
        if (facts.captured().isPresent()) {
            LocalDate day = spending.day(facts.captured().get());
            for (String currency : spending.codes()) {
                spending.row(currency, source, day)
                        .ifPresent(name -> covered(counts.named(name).named(currency), facts, times));
            }
        }
    }

    private static void converted(Counts row, FactEvent converted, long times) {
        row.add(CONVERTED, 0, times);
        Optional<Money> value = ((Occurrence.Converted) converted.what()).value();
        if (value.isPresent()) {
            Counts money = row.named(value.get().currency().getCurrencyCode());
            money.add(VALUED, 0, times);
            Wide.add(money, VALUE, value.get().minor(), times);
        }
    }

    private static void covered(Counts money, LeadFacts facts, long times) {
        money.add(COVERED, 0, times);
        if (facts.isConverted()) {
            money.add(COVERED_CONVERTED, 0, times);
        }
    }

    @Override
    public Breakdown<SourceRow> result(Counts counts, Instant asOf) {
        SortedSet<String> sources = new TreeSet<>(counts.named().keySet());
        spending.codes()
                .forEach(currency -> sources.addAll(spending.bySource(currency).keySet()));
        Counts whole = new Counts();
        SortedMap<String, SourceRow> rows = new TreeMap<>();
        for (String source : sources) {
            Counts part = counts.named(source);
            whole.merge(part);
            rows.put(source, row(part, Optional.of(source), asOf));
        }
        return new Breakdown<>(row(whole, Optional.empty(), asOf), rows);
    }

    private SourceRow row(Counts counts, Optional<String> source, Instant asOf) {
        long captured = counts.count(CAPTURED, 0);
        Definition rate =
                new Definition("lead.conversion/1", "Leads that were ever converted, over all leads captured.");
        KpiResult conversion =
                KpiResult.rate(rate, Basis.of(counts.count(CONVERTED, 0), captured, new TreeMap<>()), "no leads");
        Set<String> currencies = new TreeSet<>(counts.named().keySet());
        spending.codes().stream()
                .filter(code -> source.isEmpty() || spending.knows(code, source.get()))
                .forEach(currencies::add);
        SortedMap<String, SourceRow.Amounts> money = new TreeMap<>();
        for (String currency : currencies) {
            money.put(currency, amounts(counts, source, currency));
        }
        SourceRow row = new SourceRow(conversion, expected.result(counts, asOf), money);
        boolean few = captured < minimum && source.isPresent() && !source.get().equals(Cost.UNALLOCATED);
        return few ? row.without("fewer than " + minimum + " leads") : row;
    }

    private SourceRow.Amounts amounts(Counts counts, Optional<String> source, String currency) {
        Counts money = counts.named(currency);
        SortedMap<String, BigDecimal> spent = spending.bySource(currency);
        BigDecimal sum = source.map(name -> spent.getOrDefault(name, BigDecimal.ZERO))
                .orElseGet(() -> spent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        return new SourceRow.Amounts(
                figure("lead.cost", currency, sum, money.count(COVERED, 0)),
                figure("lead.cost.converted", currency, sum, money.count(COVERED_CONVERTED, 0)),
                value(counts, currency));
    }

    private static KpiResult value(Counts counts, String currency) {
        Counts money = counts.named(currency);
        BigDecimal sum = Wide.amount(money, VALUE, Currency.getInstance(currency));
        KpiResult value = figure("lead.value", currency, sum, counts.count(CAPTURED, 0));
        boolean untold = counts.count(CONVERTED, 0) > 0 && money.count(VALUED, 0) == 0;
        return untold
                ? KpiResult.undefined(value.definition(), value.unit(), value.basis(), "no conversion has a value")
                : value;
    }

    private static KpiResult figure(String name, String currency, BigDecimal sum, long leads) {
        Definition definition = new Definition(
                name + "/1?currency=" + currency,
                name.equals("lead.value")
                        ? "The values of the conversions, over all leads."
                        : "Spend over leads in its scope.");
        Basis basis = new Basis(sum, BigDecimal.valueOf(leads), new TreeMap<>());
        return KpiResult.quotient(definition, KpiUnit.money(Currency.getInstance(currency)), basis, "no such lead");
    }
}
