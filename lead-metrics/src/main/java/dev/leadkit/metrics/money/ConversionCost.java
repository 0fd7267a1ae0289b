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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code lead.conversion.cost}: what handling leads cost from their capture to their conversion, over the conversions; the acquisition
 * is not in it. Beside it {@code lead.conversion.cost.won}, the part of it that went into the leads that were converted. Cost per
 * converted lead plus this is the acquisition cost of a cohort.
 *
 * <p>The cost of work ({@link Occurrence.Worked}) from the capture on counts; on a converted lead, up to the conversion. All dated leads
 * are in the cohort, those without any work cost too: they add nothing, so work whose cost was not told makes the figure too low, and how
 * many pieces of it there are is told. Undated leads are left out. Undefined without conversions; no figure at all without costs.
 */
public record ConversionCost() implements LeadKpi<SortedMap<String, ConversionCost.Costs>> {

    private static final int LEADS = 0;
    private static final int CONVERSIONS = 1;
    private static final int COST = 2;
    private static final int WON = 3;
    private static final int UNTOLD = 4;
    private static final int PIECES = 5;
    private static final String MEANING =
            "The cost of work on leads from their capture, to their conversion if they were converted";

    /**
     * The result in one currency.
     *
     * @param perConversion the cost of work on all leads, over the conversions
     * @param wonLeadDirect the cost of work on the converted leads alone, over the conversions
     * @param untold how many pieces of work had no cost told, in any currency
     */
    public record Costs(KpiResult perConversion, KpiResult wonLeadDirect, long untold) {}

    @Override
    public Definition definition() {
        return definition("", "", ", over the conversions; dated leads only.");
    }

    private static Definition definition(String name, String parameters, String rest) {
        return new Definition("lead.conversion.cost" + name + "/1" + parameters, TimeBasis.COHORT, MEANING + rest);
    }

    @Override
    public List<String> parts() {
        return List.of(
                "dated",
                "converted",
                "cost of work in minor units",
                "cost of work on converted leads in minor units",
                "work without a cost",
                "work with a cost");
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return Stream.concat(
                        Stream.concat(facts.captured().stream(), facts.converted().stream()),
                        facts.events().stream().filter(event -> event.what() instanceof Occurrence.Worked))
                .toList();
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
            return;
        }
        counts.add(LEADS, 0, times);
        if (facts.isConverted()) {
            counts.add(CONVERSIONS, 0, times);
        }
        for (FactEvent event : facts.events()) {
            if (event.what() instanceof Occurrence.Worked worked && inTime(facts, event)) {
                count(counts, worked.cost(), facts.isConverted(), times);
            }
        }
    }

    private static boolean inTime(LeadFacts facts, FactEvent work) {
        boolean tooEarly =
                facts.captured().isPresent() && work.isBefore(facts.captured().get());
        boolean tooLate =
                facts.converted().isPresent() && facts.converted().get().isBefore(work);
        return !tooEarly && !tooLate;
    }

    private static void count(Counts counts, Optional<Money> cost, boolean won, long times) {
        if (cost.isEmpty()) {
            counts.add(UNTOLD, 0, times);
            return;
        }
        Counts money = counts.named(cost.get().currency().getCurrencyCode());
        Wide.add(money, COST, cost.get().minor(), times);
        money.add(PIECES, 0, times);
        if (won) {
            Wide.add(money, WON, cost.get().minor(), times);
        }
    }

    @Override
    public SortedMap<String, Costs> result(Counts counts, Instant asOf) {
        Definition direct =
                definition(".won", "", ", of converted leads alone, over the conversions; dated leads only.");
        SortedMap<String, Costs> result = new TreeMap<>();
        for (String currency : counts.named().keySet()) {
            KpiResult all = figure(counts, currency, COST, definition());
            KpiResult won = figure(counts, currency, WON, direct);
            result.put(currency, new Costs(all, won, counts.count(UNTOLD, 0)));
        }
        return result;
    }

    private static KpiResult figure(Counts counts, String currency, int part, Definition whole) {
        Currency unit = Currency.getInstance(currency);
        Counts money = counts.named(currency);
        Definition definition = whole.with("currency=" + currency);
        BigDecimal conversions = BigDecimal.valueOf(counts.count(CONVERSIONS, 0));
        Basis basis = new Basis(Wide.amount(money, part, unit), conversions, counts.excluded());
        return money.count(PIECES, 0) <= 0
                ? KpiResult.undefined(definition, KpiUnit.money(unit), basis, KpiResult.INCOMPLETE)
                : KpiResult.quotient(definition, KpiUnit.money(unit), basis, "no dated lead was converted");
    }
}
