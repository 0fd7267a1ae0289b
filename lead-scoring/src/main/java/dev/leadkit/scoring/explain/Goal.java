package dev.leadkit.scoring.explain;

import dev.leadkit.scoring.model.Limits;
import java.util.List;

/**
 * A sum that is to be reached.
 *
 * @param dimension the dimension whose sum counts, or {@link #TOTAL}
 * @param atLeast the least sum, in units
 * @param ofTotal the limits of the total
 */
record Goal(int dimension, long atLeast, Limits ofTotal) {

    static final int TOTAL = -1;

    boolean concerns(Ledger ledger, int rule) {
        return dimension == TOTAL || ledger.dimensionOf(rule) == dimension;
    }

    long value(Ledger ledger) {
        return dimension == TOTAL ? ledger.total() : ledger.dimension(dimension);
    }

    /**
     * The greatest sum that so many changes give, for 0, 1, 2 ... changes. Within a group the greatest gains are the best,
     * since a limit of their sum never makes more of less; between groups and dimensions every way to share the changes is
     * tried.
     */
    long[] greatest(Ledger ledger, List<Choices> choices, int most) {
        long[] all = new long[most + 1];
        for (int d = 0; d < ledger.size(); d++) {
            if (dimension == TOTAL || dimension == d) {
                all = joined(all, ofDimension(ledger, choices, d, most));
            }
        }
        return dimension == TOTAL ? limited(all, ofTotal) : all;
    }

    private static long[] ofDimension(Ledger ledger, List<Choices> choices, int dimension, int most) {
        List<Choices> here = choices.stream()
                .filter(each -> ledger.dimensionOf(each.rule()) == dimension)
                .toList();
        long[] all = rising(ledger.loose(dimension), ofGroup(ledger, here, Ledger.LOOSE), most);
        for (int group : ledger.groupsOf(dimension)) {
            long[] raw = rising(ledger.group(group), ofGroup(ledger, here, group), most);
            all = joined(all, limited(raw, ledger.groupLimits(group)));
        }
        return limited(all, ledger.limits(dimension));
    }

    private static List<Choices> ofGroup(Ledger ledger, List<Choices> choices, int group) {
        return choices.stream()
                .filter(each -> ledger.groupOf(each.rule()) == group)
                .toList();
    }

    /** The greatest sum with 0, 1, 2 ... changes; those that are left over add nothing. */
    private static long[] rising(long base, List<Choices> choices, int most) {
        Gains gains = Gains.none(most);
        for (Choices each : choices) {
            gains = gains.or(each);
        }
        long[] sums = new long[most + 1];
        for (int count = 0; count <= most; count++) {
            sums[count] = base + gains.of(count);
        }
        return sums;
    }

    private static long[] limited(long[] sums, Limits limits) {
        long[] limited = new long[sums.length];
        for (int i = 0; i < sums.length; i++) {
            limited[i] = limits.clamp(sums[i]);
        }
        return limited;
    }

    private static long[] joined(long[] one, long[] other) {
        long[] joined = new long[one.length];
        for (int count = 0; count < one.length; count++) {
            joined[count] = one[0] + other[count];
            for (int first = 1; first <= count; first++) {
                joined[count] = Math.max(joined[count], one[first] + other[count - first]);
            }
        }
        return joined;
    }
}
