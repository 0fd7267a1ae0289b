package dev.leadkit.metrics.attribution;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.Wide;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes amounts into counts by currency, and reads credits and amounts from them. */
final class Ledger {

    /** How many parts a conversion is split into. */
    static final long WHOLE = 1_000_000_000L;

    private static final int WHOLE_DIGITS = 9;

    private final Definition definition;
    private final SortedMap<String, Long> excluded;
    private final long conversions;

    Ledger(Definition definition, SortedMap<String, Long> excluded, long conversions) {
        this.definition = definition;
        this.excluded = excluded;
        this.conversions = conversions;
    }

    static SortedMap<String, BigDecimal> money(Counts byCurrency, int part) {
        SortedMap<String, BigDecimal> all = new TreeMap<>();
        byCurrency.named().forEach((code, counts) -> {
            BigDecimal amount = Wide.amount(counts, part, Currency.getInstance(code));
            if (amount.signum() != 0) {
                all.put(code, amount);
            }
        });
        return all;
    }

    long conversions() {
        return conversions;
    }

    ChannelCredit unknown(String reason) {
        Basis basis = new Basis(BigDecimal.ZERO, BigDecimal.valueOf(conversions), excluded);
        return new ChannelCredit(KpiResult.undefined(definition, KpiUnit.SHARE, basis, reason), new TreeMap<>());
    }

    ChannelCredit credit(long billionths, SortedMap<String, BigDecimal> value) {
        Basis basis =
                new Basis(BigDecimal.valueOf(billionths, WHOLE_DIGITS), BigDecimal.valueOf(conversions), excluded);
        boolean whole = billionths >= 0 && basis.numerator().compareTo(basis.denominator()) <= 0;
        KpiResult share = whole
                ? KpiResult.quotient(definition, KpiUnit.SHARE, basis, "no dated lead was converted")
                : KpiResult.undefined(definition, KpiUnit.SHARE, basis, KpiResult.INCOMPLETE);
        return new ChannelCredit(share, value);
    }
}
