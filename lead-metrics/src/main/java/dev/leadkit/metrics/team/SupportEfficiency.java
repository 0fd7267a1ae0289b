package dev.leadkit.metrics.team;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counting;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.TimeBasis;
import dev.leadkit.metrics.fold.Wide;
import dev.leadkit.metrics.team.SupportContact.Resolution;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code support}: what a contact costs, how many matters are settled at the first one, how many people are satisfied. First contact
 * resolution is net: what could not have been settled at first is left out and counted. Contacts without a known cost or satisfaction are
 * left out of that figure alone.
 */
public record SupportEfficiency() implements Counting<SupportContact, SupportEfficiency.Support> {

    private static final int CONTACTS = 0;
    private static final int SATISFIED = 1;
    private static final int ASKED = 2;
    private static final int COSTED = 3;
    private static final int COST = 4;

    /**
     * The result.
     *
     * @param firstContact {@code support.fcr}: matters settled at their first contact, over those that could have been
     * @param satisfaction {@code support.csat}: satisfied people, over those of whom it is known
     * @param costPerContact {@code support.cost}: what was spent, over the contacts with a cost in that currency, by its code; empty if no
     *     cost is known
     */
    public record Support(KpiResult firstContact, KpiResult satisfaction, SortedMap<String, KpiResult> costPerContact) {

        /**
         * Keeps a copy of the costs.
         *
         * @param firstContact matters settled at their first contact
         * @param satisfaction satisfied people
         * @param costPerContact what a contact costs, by currency
         */
        public Support {
            costPerContact = Collections.unmodifiableSortedMap(new TreeMap<>(costPerContact));
        }
    }

    @Override
    public Definition definition() {
        return definition("support.fcr/1", "Matters settled at their first contact, over those that could have been.");
    }

    private static Definition definition(String id, String meaning) {
        return new Definition(id, TimeBasis.EVENT, meaning);
    }

    @Override
    public List<String> parts() {
        return List.of(
                "contacts, by resolution (0 at first, 1 not at first, 2 ineligible)",
                "satisfied",
                "satisfaction known",
                "with a cost",
                "cost in minor units");
    }

    @Override
    public void count(Counts counts, SupportContact facts, long times) {
        counts.add(CONTACTS, key(facts.resolution()), times);
        if (facts.satisfied().isPresent()) {
            counts.add(ASKED, 0, times);
            counts.add(SATISFIED, 0, facts.satisfied().get() ? times : 0);
        }
        if (facts.cost().isPresent()) {
            Money cost = facts.cost().get();
            Counts money = counts.named(cost.currency().getCurrencyCode());
            money.add(COSTED, 0, times);
            Wide.add(money, COST, cost.minor(), times);
        }
    }

    /** Written into states: never change. */
    private static long key(Resolution resolution) {
        return switch (resolution) {
            case AT_FIRST_CONTACT -> 0;
            case NOT_AT_FIRST_CONTACT -> 1;
            case INELIGIBLE -> 2;
        };
    }

    @Override
    public Support result(Counts counts, Instant asOf) {
        long first = counts.count(CONTACTS, key(Resolution.AT_FIRST_CONTACT));
        long eligible = Math.addExact(first, counts.count(CONTACTS, key(Resolution.NOT_AT_FIRST_CONTACT)));
        long all = counts.total(CONTACTS);
        KpiResult fcr = KpiResult.rate(
                definition(),
                Basis.of(first, eligible, left("ineligible", all - eligible)),
                "no contact could have settled its matter");
        long asked = counts.count(ASKED, 0);
        KpiResult satisfaction = KpiResult.rate(
                definition("support.csat/1", "Satisfied people, over those of whom it is known."),
                Basis.of(counts.count(SATISFIED, 0), asked, left("satisfaction not known", all - asked)),
                "nobody's satisfaction is known");
        SortedMap<String, KpiResult> costs = new TreeMap<>();
        counts.named().forEach((currency, money) -> costs.put(currency, cost(currency, money, all)));
        return new Support(fcr, satisfaction, costs);
    }

    private static KpiResult cost(String currency, Counts money, long all) {
        Currency unit = Currency.getInstance(currency);
        long costed = money.count(COSTED, 0);
        Basis basis = new Basis(
                Wide.amount(money, COST, unit),
                BigDecimal.valueOf(costed),
                left("without a cost in this currency", all - costed));
        Definition definition = definition(
                "support.cost/1?currency=" + currency,
                "What contacts cost, over the contacts with a cost in this currency.");
        return KpiResult.quotient(definition, KpiUnit.money(unit), basis, "no contact has a cost");
    }

    private static SortedMap<String, Long> left(String reason, long contacts) {
        SortedMap<String, Long> left = new TreeMap<>();
        if (contacts != 0) {
            left.put(reason, contacts);
        }
        return left;
    }
}
