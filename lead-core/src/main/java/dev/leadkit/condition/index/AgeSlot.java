package dev.leadkit.condition.index;

import dev.leadkit.condition.AgeCondition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * How long ago a date was, as far as the conditions of an index tell ages apart: cut where one begins or ceases to hold. A
 * date is kept as its second and nanosecond; its cell is found anew for each moment.
 */
final class AgeSlot {

    /** Stands for a date that is missing. */
    static final long NEVER = Long.MIN_VALUE;

    private static final int AHEAD = 1;
    private static final int FIRST = 2;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final Duration BEYOND =
            Duration.between(Instant.MIN, Instant.MAX).plusDays(1);

    private final List<Duration> cuts;
    private final long[] seconds;
    private final int[] nanos;

    AgeSlot(Collection<AgeCondition> conditions) {
        TreeSet<Duration> edges = new TreeSet<>();
        for (AgeCondition condition : conditions) {
            edges.add(from(condition));
            edges.add(end(condition));
        }
        edges.remove(Duration.ZERO);
        this.cuts = List.copyOf(edges);
        this.seconds = cuts.stream().mapToLong(Duration::getSeconds).toArray();
        this.nanos = cuts.stream().mapToInt(Duration::getNano).toArray();
    }

    private static Duration from(AgeCondition condition) {
        return condition.atLeast().orElse(Duration.ZERO);
    }

    private static Duration end(AgeCondition condition) {
        return condition
                .atMost()
                .filter(age -> age.compareTo(BEYOND) < 0)
                .map(age -> age.plusNanos(1))
                .orElse(BEYOND);
    }

    int codes() {
        return FIRST + cuts.size() + 1;
    }

    /** Where the condition is true, or else, if that is wanted, where it is false. */
    Part part(int slot, AgeCondition condition, boolean wanted) {
        CodeSet holds = CodeSet.span(code(from(condition)), code(end(condition)));
        return Part.of(slot, wanted ? holds : holds.not(codes()).and(CodeSet.span(AHEAD, codes())));
    }

    private int code(Duration edge) {
        int at = Collections.binarySearch(cuts, edge);
        return at < 0 ? FIRST : FIRST + at + 1;
    }

    /** Which code a date has at a moment. */
    int code(long second, int nano, Instant asOf) {
        if (second == NEVER) {
            return Domain.MISSING;
        }
        long age = asOf.getEpochSecond() - second;
        int rest = asOf.getNano() - nano;
        if (rest < 0) {
            age--;
            rest += 1_000_000_000;
        }
        return age < 0 ? AHEAD : FIRST + cutsUpTo(age, rest);
    }

    private int cutsUpTo(long age, int rest) {
        int low = 0;
        int high = seconds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seconds[middle] < age || (seconds[middle] == age && nanos[middle] <= rest)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static long second(Object date) {
        return date instanceof LocalDate day ? day.toEpochDay() * SECONDS_PER_DAY : ((Instant) date).getEpochSecond();
    }

    @SuppressWarnings("JavaInstantGetSecondsGetNano") // the other part is in second()
    static int nano(Object date) {
        return date instanceof Instant instant ? instant.getNano() : 0;
    }
}
