package dev.leadkit.metrics.money;

import dev.leadkit.lead.Stage;
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
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was spent for each lead ({@code lead.cost}), qualified lead ({@code lead.cost.qualified}), lead that converts
 * ({@code lead.cost.converted}) or new customer ({@code lead.cac}), by currency and source. Both sides have the same scope: a lead
 * counts if its first source had a cost in the currency on the day that decides: of its capture, of its first qualification, again of
 * its capture, or of its first conversion. Spend without leads stays in the numerator; leads without spend are left out and counted.
 *
 * <p>Costs of {@link Cost#UNALLOCATED} have a row of their own, with the leads whose source has no cost on a day that they cover. So
 * every lead counts in one row at most, and the sum for all sources is their total spend over their total leads.
 *
 * <p>CAC is <em>blended</em>: all costs over all customers that a cost covers; it is fully loaded only if the costs are.
 * {@link #paid()} makes it {@code lead.cac.paid}, advertising alone; {@link #laggedBy} sets the conversions of a day against the
 * costs of an earlier one. {@code lead.cost.converted} is exactly {@code lead.cost} over the conversion rate of the same leads.
 */
public final class SpendPer implements LeadKpi<SortedMap<String, Breakdown<KpiResult>>> {

    private static final long serialVersionUID = 2;

    private static final int LONGEST_LAG = 3_650;
    private static final Grouping SOURCE = Grouping.bySource();
    private static final String NO_COST = "no cost for the source";
    private static final String OUTSIDE = "on a day without cost";

    private final Spending spending;
    private final Per per;

    @SuppressWarnings("serial") // an immutable copy, which is serializable
    private final Set<Stage> qualified;

    private final boolean paid;
    private final int lag;

    @SuppressWarnings("serial") // an immutable copy, which is serializable
    private final List<String> currencies;

    private SpendPer(Spending spending, Per per, Set<Stage> qualified) {
        this(spending, per, qualified, false, 0, List.copyOf(spending.currencies()));
    }

    private SpendPer(Spending spending, Per per, Set<Stage> qualified, boolean paid, int lag, List<String> currencies) {
        this.spending = spending;
        this.per = per;
        this.qualified = qualified;
        this.paid = paid;
        this.lag = lag;
        this.currencies = currencies;
    }

    /**
     * Cost per lead.
     *
     * @param spending all costs
     * @return the KPI; its result has one breakdown by source for each currency, none if there are no costs
     */
    public static SpendPer lead(Spending spending) {
        return new SpendPer(spending, Per.LEAD, Set.of());
    }

    /**
     * Cost per qualified lead: leads first qualified on a day that a cost covers, whenever they came.
     *
     * @param spending all costs
     * @param qualified a lead is qualified when it first enters any of these stages; at least one
     * @return the KPI; its result has one breakdown by source for each currency, none if there are no costs
     */
    public static SpendPer qualifiedLead(Spending spending, Set<Stage> qualified) {
        if (qualified.isEmpty()) {
            throw new IllegalArgumentException("qualified must be at least one stage, was none");
        }
        return new SpendPer(spending, Per.QUALIFIED, Set.copyOf(qualified));
    }

    /**
     * Cost per converted lead: of the leads captured on a day that a cost covers, those converted ever.
     *
     * @param spending all costs
     * @return the KPI; its result has one breakdown by source for each currency, none if there are no costs
     */
    public static SpendPer convertedLead(Spending spending) {
        return new SpendPer(spending, Per.CONVERTED, Set.of());
    }

    /**
     * Customer acquisition cost.
     *
     * @param spending all costs
     * @return the KPI; its result has one breakdown by source for each currency, none if there are no costs
     */
    public static SpendPer customer(Spending spending) {
        return new SpendPer(spending, Per.CUSTOMER, Set.of());
    }

    /**
     * The same by advertising alone: only costs of that kind, and only what they cover.
     *
     * @return a KPI of its own; undefined where no cost is marked as advertising
     */
    public SpendPer paid() {
        return new SpendPer(spending.advertising(), per, qualified, true, lag, currencies);
    }

    /**
     * The same with the deciding day of a lead set back: money is spent some time before it has an effect.
     *
     * @param days how many days; from 0 to 3,650
     * @return a KPI of its own
     */
    public SpendPer laggedBy(int days) {
        if (days < 0 || days > LONGEST_LAG) {
            throw new IllegalArgumentException("days must be from 0 to " + LONGEST_LAG + ", was " + days);
        }
        return new SpendPer(spending, per, qualified, paid, days, currencies);
    }

    @Override
    public Definition definition() {
        return definition(spending.scope(currencies));
    }

    private Definition definition(String more) {
        String stages =
                Definition.texts(qualified.stream().map(Stage::name).sorted().toList());
        String parameters = Stream.of(
                        stages.isEmpty() ? "" : "qualified=" + stages, lag == 0 ? "" : "lag=" + lag + "d", more)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("&"));
        return new Definition(
                per.id() + (paid ? ".paid/1" : "/1") + (parameters.isEmpty() ? "" : "?" + parameters),
                per == Per.CONVERTED ? TimeBasis.COHORT : TimeBasis.PERIOD,
                (paid ? "Spend on advertising" : "Spend") + " over the " + per.leads()
                        + (lag == 0 ? " on a day" : " " + lag + " days after a day")
                        + " that a cost of their source covers.");
    }

    @Override
    public List<String> parts() {
        return List.of("in the scope of a cost");
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return Stream.of(facts.captured(), event(facts), facts.converted())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        String source = SOURCE.of(facts);
        Optional<FactEvent> event = event(facts);
        if (facts.captured().isEmpty() || event.isEmpty()) {
            String why = facts.captured().isEmpty() ? LeadFacts.UNDATED : per.none();
            for (String currency : currencies) {
                counts.named(currency).named(source).exclude(why, times);
            }
            return;
        }
        LocalDate day = spending.day(event.get()).minusDays(lag);
        for (String currency : currencies) {
            Counts cell = counts.named(currency);
            Optional<String> row = spending.row(currency, source, day);
            if (row.isPresent()) {
                cell.named(row.get()).add(0, 0, times);
            } else {
                cell.named(source).exclude(spending.knows(currency, source) ? OUTSIDE : NO_COST, times);
            }
        }
    }

    private Optional<FactEvent> event(LeadFacts facts) {
        return switch (per) {
            case LEAD -> facts.captured();
            case QUALIFIED -> facts.firstReached(qualified);
            case CONVERTED -> facts.isConverted() ? facts.captured() : Optional.empty();
            case CUSTOMER -> facts.converted();
        };
    }

    @Override
    public SortedMap<String, Breakdown<KpiResult>> result(Counts counts, Instant asOf) {
        return Told.of(spending, currencies, counts, this::figure);
    }

    private KpiResult figure(Counts counts, String currency, BigDecimal spent) {
        Basis basis = new Basis(spent, BigDecimal.valueOf(counts.count(0, 0)), counts.excluded());
        return KpiResult.quotient(
                definition("currency=" + currency),
                KpiUnit.money(Currency.getInstance(currency)),
                basis,
                per.whenEmpty());
    }
}
