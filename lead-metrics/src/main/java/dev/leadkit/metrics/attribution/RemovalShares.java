package dev.leadkit.metrics.attribution;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shares all conversions and their value among channels in proportion to their removal effects. */
final class RemovalShares {

    /** Keeps all digits of an effect of 1 or less. */
    private static final double DIGITS = 1L << 52;

    private final Ledger ledger;
    private final List<String> channels;

    RemovalShares(Ledger ledger, List<String> channels) {
        this.ledger = ledger;
        this.channels = channels;
    }

    SortedMap<String, ChannelCredit> unknown(String reason) {
        SortedMap<String, ChannelCredit> all = new TreeMap<>();
        channels.forEach(channel -> all.put(channel, ledger.unknown(reason)));
        return all;
    }

    SortedMap<String, ChannelCredit> nothing() {
        SortedMap<String, ChannelCredit> all = new TreeMap<>();
        channels.forEach(channel -> all.put(channel, ledger.credit(0, new TreeMap<>())));
        return all;
    }

    SortedMap<String, ChannelCredit> of(double[] effects, long conversions, SortedMap<String, BigDecimal> value) {
        long[] weights = new long[effects.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.round(effects[i] * DIGITS);
        }
        long[] credits = LargestRemainder.split(Math.multiplyExact(conversions, Ledger.WHOLE), weights);
        List<SortedMap<String, BigDecimal>> values = new ArrayList<>();
        channels.forEach(channel -> values.add(new TreeMap<>()));
        value.forEach((code, amount) -> {
            BigInteger[] minors = LargestRemainder.split(amount.unscaledValue(), weights);
            for (int i = 0; i < minors.length; i++) {
                if (minors[i].signum() != 0) {
                    values.get(i).put(code, new BigDecimal(minors[i], amount.scale()));
                }
            }
        });
        SortedMap<String, ChannelCredit> all = new TreeMap<>();
        for (int i = 0; i < credits.length; i++) {
            all.put(channels.get(i), ledger.credit(credits[i], values.get(i)));
        }
        return all;
    }

    SortedMap<String, BigDecimal> effects(double[] effects) {
        SortedMap<String, BigDecimal> all = new TreeMap<>();
        for (int i = 0; i < effects.length; i++) {
            all.put(
                    channels.get(i),
                    BigDecimal.valueOf(effects[i]).setScale(MarkovCredits.SCALE, RoundingMode.HALF_EVEN));
        }
        return all;
    }
}
