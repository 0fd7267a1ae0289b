package dev.leadkit.metrics.report;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.KpiValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** How figures read: short in cards, with all their digits in tables. */
final class Words {

    static final String NONE = "\u2013";

    private static final BigDecimal LARGE = BigDecimal.valueOf(100_000);
    private static final long[] SPANS = {86_400, 3_600, 60, 1};
    private static final String[] NAMES = {"d", "h", "min", "s"};

    private static final Set<KpiUnit> PLAIN = Set.of(KpiUnit.SHARE, KpiUnit.NUMBER, KpiUnit.SECONDS, KpiUnit.DAYS);

    private Words() {}

    static String count(BigDecimal count) {
        return plain(count, Math.max(0, count.stripTrailingZeros().scale()));
    }

    static String count(long count) {
        return count(BigDecimal.valueOf(count));
    }

    private static String plain(BigDecimal number, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", number.setScale(decimals, RoundingMode.HALF_EVEN));
    }

    static String brief(KpiResult result) {
        return result.value()
                .number()
                .map(number -> brief(number, result.unit()))
                .orElse(NONE);
    }

    private static String brief(BigDecimal number, KpiUnit unit) {
        if (unit.equals(KpiUnit.SHARE)) {
            return percent(number, 1);
        }
        if (unit.equals(KpiUnit.SECONDS)) {
            return duration(number.longValue());
        }
        if (unit.equals(KpiUnit.DAYS)) {
            return count(number) + "\u00a0d";
        }
        return unit.equals(KpiUnit.NUMBER) ? plain(number, 3) : money(number) + "\u00a0" + unit;
    }

    /** Cents of a large amount are noise. */
    private static String money(BigDecimal amount) {
        return plain(amount, amount.abs().compareTo(LARGE) >= 0 ? 0 : 2);
    }

    static String exact(KpiResult result) {
        return result.value()
                .number()
                .map(number -> exact(number, result.unit()))
                .orElse(NONE);
    }

    private static String exact(BigDecimal number, KpiUnit unit) {
        if (unit.equals(KpiUnit.SHARE)) {
            return percent(number, KpiResult.SCALE - 2);
        }
        if (unit.equals(KpiUnit.SECONDS)) {
            return count(number) + "\u00a0s";
        }
        if (unit.equals(KpiUnit.DAYS)) {
            return count(number) + "\u00a0d";
        }
        String digits = plain(number, KpiResult.SCALE);
        return unit.equals(KpiUnit.NUMBER) ? digits : digits + "\u00a0" + unit;
    }

    /** The value with all its digits, where a table says the unit. */
    static String amount(KpiResult result) {
        return result.value()
                .number()
                .map(number -> plain(number, KpiResult.SCALE))
                .orElse(NONE);
    }

    private static String percent(BigDecimal share, int decimals) {
        return plain(share.movePointRight(2), decimals) + "\u00a0%";
    }

    /** The two largest parts that are not both needed below a second: {@code 2 d 3 h}, {@code 4 min 10 s}. */
    private static String duration(long seconds) {
        List<String> parts = new ArrayList<>();
        long rest = seconds;
        for (int i = 0; i < SPANS.length && parts.size() < 2; i++) {
            long part = rest / SPANS[i];
            rest -= part * SPANS[i];
            if (part > 0 || !parts.isEmpty()) {
                parts.add(count(part) + "\u00a0" + NAMES[i]);
            }
        }
        return parts.isEmpty() ? "0\u00a0s" : String.join(" ", parts);
    }

    /** A part of a whole above 0 in percent. */
    static String share(long part, long whole) {
        return percent(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_EVEN), 1);
    }

    /** The ends of a figure's interval in its unit; a dash without one. */
    static String range(KpiResult result) {
        return result.interval().map(ends -> range(ends, result.unit())).orElse(NONE);
    }

    private static String range(Interval ends, KpiUnit unit) {
        return unit.equals(KpiUnit.SHARE)
                ? plain(ends.low().movePointRight(2), 1) + " \u2013 " + percent(ends.high(), 1)
                : brief(ends.low(), unit) + " \u2013 " + brief(ends.high(), unit);
    }

    /** Numerator and denominator as a reader says them. */
    static String basis(KpiResult result) {
        String denominator = count(result.basis().denominator());
        if (result.unit().equals(KpiUnit.SECONDS) || result.unit().equals(KpiUnit.DAYS)) {
            return "rank " + numerator(result) + " of " + denominator;
        }
        if (result.unit().equals(KpiUnit.NUMBER)) {
            return numerator(result) + " / " + denominator;
        }
        return numerator(result) + (isMoney(result.unit()) ? " for " : " of ") + denominator;
    }

    static String numerator(KpiResult result) {
        BigDecimal numerator = result.basis().numerator();
        return isMoney(result.unit()) ? plain(numerator, Math.max(0, numerator.scale())) : count(numerator);
    }

    private static boolean isMoney(KpiUnit unit) {
        return !PLAIN.contains(unit);
    }

    static String excluded(SortedMap<String, Long> excluded) {
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<String, Long> entry : excluded.entrySet()) {
            reasons.add(entry.getKey() + " (" + count(entry.getValue()) + ")");
        }
        return String.join(", ", reasons);
    }

    static String reason(KpiResult result) {
        return result.value() instanceof KpiValue.Undefined undefined ? undefined.reason() : "";
    }
}
