package dev.leadkit.metrics.report;

import dev.leadkit.metrics.fold.KpiResult;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The groups of a breakdown, largest denominator first, then by name; past a limit only how many there are more. */
record Ranked(List<Map.Entry<String, KpiResult>> shown, int more) {

    private static final Comparator<Map.Entry<String, KpiResult>> LARGEST_FIRST =
            Comparator.<Map.Entry<String, KpiResult>, BigDecimal>comparing(
                            entry -> entry.getValue().basis().denominator())
                    .reversed()
                    .thenComparing(Map.Entry::getKey);

    static Ranked of(SortedMap<String, KpiResult> groups, int most) {
        List<Map.Entry<String, KpiResult>> shown =
                groups.entrySet().stream().sorted(LARGEST_FIRST).limit(most).toList();
        return new Ranked(shown, groups.size() - shown.size());
    }

    /** The same by numerator, where all have one denominator. */
    static Ranked byNumerator(SortedMap<String, KpiResult> groups, int most) {
        Comparator<Map.Entry<String, KpiResult>> largestFirst =
                Comparator.<Map.Entry<String, KpiResult>, BigDecimal>comparing(
                                entry -> entry.getValue().basis().numerator())
                        .reversed()
                        .thenComparing(Map.Entry::getKey);
        List<Map.Entry<String, KpiResult>> shown =
                groups.entrySet().stream().sorted(largestFirst).limit(most).toList();
        return new Ranked(shown, groups.size() - shown.size());
    }

    String note() {
        return more == 0 ? "" : ", the largest " + shown.size() + " groups (" + Words.count(more) + " more)";
    }
}
