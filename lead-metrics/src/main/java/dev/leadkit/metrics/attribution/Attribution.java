package dev.leadkit.metrics.attribution;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.Wide;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code lead.attribution}: each conversion shared among the channels that touched the person before it, by a rule. Touches count from
 * the look-back window before the first conversion that was not voided to its very instant, touches before the capture among them;
 * later ones never. A conversion without such a touch is {@link Credits#UNATTRIBUTED}.
 *
 * <p>The credit of one conversion is shared in billionths and its value ({@link LeadFacts#value()}) in minor units, both by largest
 * remainder, so that nothing is lost or made up by rounding. Leads that are undated or not converted are left out and counted. These
 * are rules and no proof of what a channel caused: that takes a hold-out.
 *
 * @param model how credit is shared
 * @param lookback how old a touch may be at the conversion, that age included; above 0
 */
public record Attribution(AttributionModel model, Duration lookback) implements LeadKpi<Credits> {

    /** Ninety days, the usual window. */
    public static final Duration USUAL_LOOKBACK = Duration.ofDays(90);

    private static final int CONVERSIONS = 0;
    private static final int UNVALUED = 1;
    private static final int CREDIT = 2;
    private static final int MONEY = 3;
    private static final String BY_CHANNEL = "channel";
    private static final String ALL = "all";

    /**
     * Checks the window.
     *
     * @param model how credit is shared
     * @param lookback how old a touch may be
     */
    public Attribution {
        requireNonNull(model, "model");
        checkLookback(lookback);
    }

    static void checkLookback(Duration lookback) {
        if (lookback.isNegative() || lookback.isZero()) {
            throw new IllegalArgumentException("lookback must be above 0, was " + lookback);
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "lead.attribution/1?model=" + model.id() + "&lookback=" + lookback,
                "Conversions of dated leads shared among the channels of the touches in the window before them, by the model;"
                        + " those without a touch are unattributed.");
    }

    @Override
    public List<String> parts() {
        return List.of("conversions", "conversions without a value", "credit in billionths", "value in minor units");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
        } else if (facts.converted().isEmpty()) {
            counts.exclude("not converted", times);
        } else {
            count(counts, journey(facts, facts.converted().get()), times);
        }
    }

    Journey journey(LeadFacts facts, FactEvent conversion) {
        return new Journey(facts, conversion, Journey.touches(facts, conversion, lookback));
    }

    private void count(Counts counts, Journey journey, long times) {
        Optional<Money> value = journey.facts().value();
        counts.add(CONVERSIONS, 0, times);
        if (value.isPresent()) {
            pay(counts.named(ALL), value.get(), value.get().minor(), times);
        } else {
            counts.add(UNVALUED, 0, times);
        }
        long[] weights = journey.touches().isEmpty() ? new long[] {1} : weights(journey);
        long[] credits = LargestRemainder.split(Ledger.WHOLE, weights);
        long[] minors = value.isPresent() ? LargestRemainder.split(value.get().minor(), weights) : new long[0];
        for (int i = 0; i < weights.length; i++) {
            String channel = journey.touches().isEmpty() ? Credits.UNATTRIBUTED : Journey.row(journey.channel(i));
            Counts row = counts.named(BY_CHANNEL).named(channel);
            row.add(CREDIT, 0, Math.multiplyExact(credits[i], times));
            if (value.isPresent()) {
                pay(row, value.get(), minors[i], times);
            }
        }
    }

    private static void pay(Counts counts, Money value, long minor, long times) {
        Wide.add(counts.named(value.currency().getCurrencyCode()), MONEY, minor, times);
    }

    /** The model's weights, checked. */
    long[] weights(Journey journey) {
        long[] weights = model.weights(journey);
        boolean isPositive = false;
        boolean isNegative = false;
        for (long weight : weights) {
            isPositive |= weight > 0;
            isNegative |= weight < 0;
        }
        if (weights.length != journey.touches().size() || !isPositive || isNegative) {
            throw new IllegalStateException(
                    "weights of model " + model.id() + " must be one of 0 or more for each touch, one above 0");
        }
        return weights;
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        List<FactEvent> all = new ArrayList<>();
        facts.converted().ifPresent(conversion -> {
            all.addAll(Journey.touches(facts, conversion, lookback));
            all.add(conversion);
        });
        return all;
    }

    @Override
    public Credits result(Counts counts, Instant asOf) {
        long conversions = counts.count(CONVERSIONS, 0);
        Ledger ledger = new Ledger(definition(), counts.excluded(), conversions);
        SortedMap<String, Counts> rows = sub(counts, BY_CHANNEL).named();
        SortedMap<String, ChannelCredit> channels = new TreeMap<>();
        rows.forEach((channel, row) -> channels.put(channel, credit(ledger, row)));
        channels.remove(Credits.UNATTRIBUTED);
        return new Credits(
                conversions,
                counts.count(UNVALUED, 0),
                Ledger.money(sub(counts, ALL), MONEY),
                channels,
                credit(ledger, rows.getOrDefault(Credits.UNATTRIBUTED, new Counts())));
    }

    /** Without making any, since a result changes nothing. */
    static Counts sub(Counts counts, String name) {
        return counts.named().getOrDefault(name, new Counts());
    }

    private static ChannelCredit credit(Ledger ledger, Counts row) {
        return ledger.credit(row.count(CREDIT, 0), Ledger.money(row, MONEY));
    }
}
