package dev.leadkit.metrics.report;

import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.lead.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The distribution of scores in at most twenty bins whose width is 1, 2 or 5 times a power of ten. */
final class ScoreBins {

    private static final long MOST = 20;

    private ScoreBins() {}

    /** Scores from {@code from} up to but not including {@code to}. */
    record Bin(Points from, Points to, Outcomes outcomes) {}

    static List<Bin> of(SortedMap<Points, Outcomes> distribution) {
        List<Bin> bins = new ArrayList<>();
        if (distribution.isEmpty()) {
            return bins;
        }
        long lowest = distribution.firstKey().units();
        long highest = distribution.lastKey().units();
        long width = width(lowest, highest);
        for (long i = Math.floorDiv(lowest, width); i <= Math.floorDiv(highest, width); i++) {
            Points from = new Points(i * width);
            Points to = new Points((i + 1) * width);
            bins.add(new Bin(from, to, sum(distribution.subMap(from, to))));
        }
        return bins;
    }

    private static long width(long lowest, long highest) {
        for (long power = 1; ; power *= 10) {
            for (long digit : new long[] {1, 2, 5}) {
                long width = digit * power;
                if (Math.floorDiv(highest, width) - Math.floorDiv(lowest, width) < MOST) {
                    return width;
                }
            }
        }
    }

    private static Outcomes sum(SortedMap<Points, Outcomes> part) {
        return part.values().stream().reduce(new Outcomes(0, 0), Outcomes::plus);
    }
}
