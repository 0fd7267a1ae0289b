package dev.leadkit.metrics.attribution;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Wide;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code lead.attribution?model=markov}: all conversions shared in proportion to what would be lost without each channel, by a Markov
 * chain of order 1 over all touched leads, those that did not convert among them. The removal effect of a channel is
 * {@code 1 - P(conversion without it) / P(conversion)}, where everybody who would come to it is lost; credits are the removal effects
 * brought to a sum of 1, and shared in billionths and minor units without remainder.
 *
 * <p>The path of a converted lead is its touches in the window up to the conversion, as in {@link Attribution}; that of any other lead is
 * its touches in a window of the same length up to its newest touch, and ends without a conversion: an open lead counts as not
 * converted so far. Conversions without a touch are {@link Credits#UNATTRIBUTED} and no part of the chain. Undated leads, and leads
 * neither converted nor touched, are left out and counted. Steps from a channel to itself change nothing.
 *
 * <p>The state has one count for each pair of channels that follow each other; a result takes the cube of the number of channels.
 *
 * <p>Source: Anderl, Becker, von Wangenheim and Schumann (2016), "Mapping the customer journey: lessons learned from graph-based online
 * attribution modeling".
 *
 * @param lookback how old a touch may be at the end of the path, that age included; above 0
 */
public record MarkovAttribution(Duration lookback) implements LeadKpi<MarkovCredits> {

    /** With more channels than that the shares are undefined: campaigns should then be put together into channels. */
    public static final int MOST_CHANNELS = 500;

    private static final int TOUCHED = 4;
    private static final int UNTOUCHED = 5;
    private static final int NOT_CONVERTED = 6;
    private static final int UNVALUED = 7;
    private static final int MONEY = 8;
    private static final String BY_CHANNEL = "channel";
    private static final String OF_TOUCHED = "touched";
    private static final String OF_UNTOUCHED = "untouched";

    /**
     * Checks the window.
     *
     * @param lookback how old a touch may be
     */
    public MarkovAttribution {
        Attribution.checkLookback(lookback);
    }

    @Override
    public Definition definition() {
        return new Definition(
                "lead.attribution/1?model=markov&lookback=" + lookback,
                "Conversions of dated leads shared among channels by what would be lost without each, after a Markov chain of"
                        + " order 1 over all touched leads; those without a touch are unattributed.");
    }

    @Override
    public List<String> parts() {
        return List.of(
                "began here",
                "converted from here",
                "ended here",
                "went on to",
                "touched conversions",
                "conversions without a touch",
                "touched and not converted",
                "conversions without a value",
                "value in minor units");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
            return;
        }
        List<FactEvent> path = path(facts);
        if (facts.converted().isPresent()) {
            converted(counts, facts, path.isEmpty(), times);
        } else if (path.isEmpty()) {
            counts.exclude("neither converted nor touched", times);
            return;
        } else {
            counts.add(NOT_CONVERTED, 0, times);
        }
        if (!path.isEmpty()) {
            walk(counts.named(BY_CHANNEL), path, facts.isConverted() ? Chain.CONVERTED : Chain.ENDED, times);
        }
    }

    private List<FactEvent> path(LeadFacts facts) {
        return facts.converted()
                .or(() -> newestTouch(facts))
                .map(end -> Journey.touches(facts, end, lookback))
                .orElse(List.of());
    }

    private static Optional<FactEvent> newestTouch(LeadFacts facts) {
        for (int i = facts.events().size() - 1; i >= 0; i--) {
            if (facts.events().get(i).what() instanceof Occurrence.Touched) {
                return Optional.of(facts.events().get(i));
            }
        }
        return Optional.empty();
    }

    private static void converted(Counts counts, LeadFacts facts, boolean untouched, long times) {
        counts.add(untouched ? UNTOUCHED : TOUCHED, 0, times);
        Optional<Money> value = facts.value();
        if (value.isEmpty()) {
            counts.add(UNVALUED, 0, times);
        } else {
            Counts money = counts.named(untouched ? OF_UNTOUCHED : OF_TOUCHED)
                    .named(value.get().currency().getCurrencyCode());
            Wide.add(money, MONEY, value.get().minor(), times);
        }
    }

    private static void walk(Counts channels, List<FactEvent> path, int end, long times) {
        Counts here = channels.named(Journey.row(Journey.channel(path.get(0))));
        here.add(Chain.BEGAN, 0, times);
        for (int i = 1; i < path.size(); i++) {
            String next = Journey.row(Journey.channel(path.get(i)));
            here.named(next).add(Chain.WENT_ON, 0, times);
            here = channels.named(next);
        }
        here.add(end, 0, times);
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        List<FactEvent> all = new ArrayList<>(path(facts));
        facts.converted().ifPresent(all::add);
        return all;
    }

    @Override
    public MarkovCredits result(Counts counts, Instant asOf) {
        SortedMap<String, Counts> rows = Attribution.sub(counts, BY_CHANNEL).named();
        long touched = counts.count(TOUCHED, 0);
        long journeys = Math.addExact(touched, counts.count(NOT_CONVERTED, 0));
        Ledger ledger = new Ledger(definition(), counts.excluded(), Math.addExact(touched, counts.count(UNTOUCHED, 0)));
        RemovalShares shares = new RemovalShares(ledger, new ArrayList<>(rows.keySet()));
        SortedMap<String, BigDecimal> removal = new TreeMap<>();
        SortedMap<String, ChannelCredit> channels;
        SortedMap<String, BigDecimal> value = Ledger.money(Attribution.sub(counts, OF_TOUCHED), MONEY);
        if (rows.size() > MOST_CHANNELS) {
            channels = shares.unknown("more than " + MOST_CHANNELS + " channels");
        } else if (touched == 0) {
            channels = shares.nothing();
        } else {
            Optional<double[]> effects = new Chain(rows).removal(touched);
            effects.ifPresent(told -> removal.putAll(shares.effects(told)));
            channels = effects.map(told -> shares.of(told, touched, value))
                    .orElseGet(() -> shares.unknown(KpiResult.INCOMPLETE));
        }
        return new MarkovCredits(credits(counts, ledger, channels, value), journeys, removal);
    }

    private static Credits credits(
            Counts counts,
            Ledger ledger,
            SortedMap<String, ChannelCredit> channels,
            SortedMap<String, BigDecimal> touched) {
        SortedMap<String, BigDecimal> untouched = Ledger.money(Attribution.sub(counts, OF_UNTOUCHED), MONEY);
        SortedMap<String, BigDecimal> all = new TreeMap<>(touched);
        untouched.forEach((code, money) -> all.merge(code, money, BigDecimal::add));
        return new Credits(
                ledger.conversions(),
                counts.count(UNVALUED, 0),
                all,
                channels,
                ledger.credit(Math.multiplyExact(counts.count(UNTOUCHED, 0), Ledger.WHOLE), untouched));
    }
}
