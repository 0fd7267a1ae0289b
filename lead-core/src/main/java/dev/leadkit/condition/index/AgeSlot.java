package dev.leadkit.condition.index;

import dev.leadkit.condition.AgeCondition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How long ago a date was, as far as the conditions of an index tell ages apart: cut where one begins or ceases to hold. The
 * age of a date that lies ahead is below zero. A date is kept as its second and nanosecond; its cell is found anew for each
 * moment.
 */
final class AgeSlot {

    /** Stands for a date that is missing. */
    static final long NEVER = Long.MIN_VALUE;

    private static final int FIRST = 1;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final Duration BEYOND =
            Duration.between(Instant.MIN, Instant.MAX).plusDays(1);

    private final List<Duration> cuts;
    private final long[] seconds;
    private final int[] nanos;

    AgeSlot(Collection<AgeCondition> conditions) {
        TreeSet<Duration> edges = new TreeSet<>();
        for (AgeCondition condition : conditions) {
            condition.youngest().ifPresent(edges::add);
            end(condition).ifPresent(edges::add);
        }
        this.cuts = List.copyOf(edges);
        this.seconds = cuts.stream().mapToLong(Duration::getSeconds).toArray();
        this.nanos = cuts.stream().mapToInt(Duration::getNano).toArray();
    }

    private static Optional<Duration> end(AgeCondition condition) {
        return condition.oldest().filter(age -> age.compareTo(BEYOND) < 0).map(age -> age.plusNanos(1));
    }

    int codes() {
        return FIRST + cuts.size() + 1;
    }

    /** Where the condition is true, or else, if that is wanted, where it is false. */
    Part part(int slot, AgeCondition condition, boolean wanted) {
        int from = condition.youngest().map(this::code).orElse(FIRST);
        CodeSet holds = CodeSet.span(from, end(condition).map(this::code).orElse(codes()));
        return Part.of(slot, wanted ? holds : holds.not(codes()).and(CodeSet.span(FIRST, codes())));
    }

    /** The code of the ages from one of the cuts on. */
    private int code(Duration cut) {
        return FIRST + Collections.binarySearch(cuts, cut) + 1;
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
        return FIRST + cutsUpTo(age, rest);
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

    static long second(Object date, ZoneId zone) {
        return date instanceof LocalDate day ? begin(day, zone) : ((Instant) date).getEpochSecond();
    }

    private static long begin(LocalDate day, ZoneId zone) {
        return zone instanceof ZoneOffset offset
                ? day.toEpochDay() * SECONDS_PER_DAY - offset.getTotalSeconds()
                : day.atStartOfDay(zone).toEpochSecond();
    }

    @SuppressWarnings("JavaInstantGetSecondsGetNano") // the other part is in second()
    static int nano(Object date) {
        return date instanceof Instant instant ? instant.getNano() : 0;
    }
}
