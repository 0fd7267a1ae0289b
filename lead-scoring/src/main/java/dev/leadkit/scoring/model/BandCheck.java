package dev.leadkit.scoring.model;

import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.condition.FieldTest.Range;
import dev.leadkit.fault.Faults;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Collects what is wrong with the bands of a number. */
final class BandCheck {

    private final Faults faults;
    private final ModelCheck model;

    BandCheck(Faults faults, ModelCheck model) {
        this.faults = faults;
        this.model = model;
    }

    void check(String path, List<NumberBand> bands) {
        if (bands.isEmpty()) {
            faults.add(path, "at least one band", "none");
        }
        for (int i = 0; i < bands.size(); i++) {
            String bandPath = path + "[" + i + "]";
            model.checkPoints(bandPath + ".points", bands.get(i).points());
            if (!areNumbers(bands.get(i).range())) {
                faults.add(bandPath, "a range of numbers", bands.get(i).range().toString());
                return;
            }
            if (isEmpty(bands.get(i).range())) {
                faults.add(
                        bandPath,
                        "a band that some number falls into",
                        bands.get(i).range().toString());
                return;
            }
        }
        checkApart(path, bands);
    }

    /** In the order of their beginnings, only neighbours can overlap first. */
    private void checkApart(String path, List<NumberBand> bands) {
        List<Integer> order = IntStream.range(0, bands.size())
                .boxed()
                .sorted(Comparator.comparing(i -> bands.get(i).range().low(), BandCheck::compareLow))
                .toList();
        int reaching = -1;
        for (int next : order) {
            if (reaching >= 0
                    && isMeeting(bands.get(reaching).range(), bands.get(next).range())) {
                faults.add(
                        path + "[" + Math.max(reaching, next) + "]",
                        "apart from " + path + "[" + Math.min(reaching, next) + "]",
                        bands.get(Math.max(reaching, next)).range().toString());
            }
            reaching = reaching < 0
                            || compareHigh(
                                            bands.get(reaching).range().high(),
                                            bands.get(next).range().high())
                                    < 0
                    ? next
                    : reaching;
        }
    }

    private static boolean areNumbers(Range range) {
        return range.low().map(end -> end.key() instanceof BigDecimal).orElse(true)
                && range.high().map(end -> end.key() instanceof BigDecimal).orElse(true);
    }

    private static boolean isEmpty(Range range) {
        return range.low().isPresent()
                && range.high().isPresent()
                && !isReached(range.low().get(), range.high().get());
    }

    /** Whether two bands, the one that begins first before the other, have a number in common. */
    private static boolean isMeeting(Range first, Range second) {
        return first.high().isEmpty()
                || second.low().isEmpty()
                || isReached(second.low().get(), first.high().get());
    }

    private static boolean isReached(Bound low, Bound high) {
        int order = number(low).compareTo(number(high));
        return order < 0 || (order == 0 && low.inclusive() && high.inclusive());
    }

    /** No beginning stands before every beginning; at one number, the one that includes it comes first. */
    private static int compareLow(Optional<Bound> one, Optional<Bound> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isPresent(), other.isPresent());
        }
        int order = number(one.get()).compareTo(number(other.get()));
        return order != 0
                ? order
                : Boolean.compare(other.get().inclusive(), one.get().inclusive());
    }

    private static int compareHigh(Optional<Bound> one, Optional<Bound> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        int order = number(one.get()).compareTo(number(other.get()));
        return order != 0
                ? order
                : Boolean.compare(one.get().inclusive(), other.get().inclusive());
    }

    private static BigDecimal number(Bound bound) {
        return (BigDecimal) bound.key();
    }
}
