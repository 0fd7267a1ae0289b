package dev.leadkit.condition.index;

import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.condition.FieldTest.OneOf;
import dev.leadkit.condition.FieldTest.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Values on a line, cut by the bounds of ranges and the single values that conditions name: odd places are the cuts
 * themselves, even ones what lies between.
 */
final class OrderedDomain<F> extends Domain<F> {

    private static final int FIRST = MISSING + 1;

    private final List<Object> cuts;

    OrderedDomain(Collection<FieldTest> tests) {
        SortedSet<Object> bounds = new TreeSet<>(OrderedDomain::compare);
        for (FieldTest test : tests) {
            if (test instanceof OneOf oneOf) {
                bounds.addAll(oneOf.keys());
            } else if (test instanceof Range range) {
                range.low().ifPresent(bound -> bounds.add(bound.key()));
                range.high().ifPresent(bound -> bounds.add(bound.key()));
            }
        }
        this.cuts = List.copyOf(bounds);
    }

    /** All cuts of a domain are of one class that has an order, which {@link dev.leadkit.condition.FieldCondition} sees to. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static int compare(Object one, Object other) {
        return ((Comparable) one).compareTo(other);
    }

    @Override
    int codes() {
        return FIRST + 2 * cuts.size() + 1;
    }

    @Override
    Part test(int slot, FieldTest test) {
        if (test instanceof OneOf oneOf) {
            return Part.of(
                    slot,
                    CodeSet.of(
                            oneOf.keys().stream().mapToInt(this::code).sorted().toArray()));
        }
        Range range = (Range) test;
        int from = range.low().map(bound -> code(bound, 1)).orElse(FIRST);
        int end = range.high().map(bound -> code(bound, -1) + 1).orElse(codes());
        return Part.of(slot, CodeSet.span(from, end));
    }

    private int code(Bound bound, int beyond) {
        return code(bound.key()) + (bound.inclusive() ? 0 : beyond);
    }

    private int code(Object cut) {
        int at = Collections.binarySearch(cuts, cut, OrderedDomain::compare);
        return FIRST + 2 * at + 1;
    }

    /**
     * A number on the same side of others as the value, or equal: rounding keeps the order, so that only values of one
     * position are compared themselves.
     */
    static double position(Object value) {
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        return value instanceof LocalDate day ? day.toEpochDay() : ((Instant) value).getEpochSecond();
    }

    @Override
    OrderedReader<F> reader(CellTable cells) {
        List<Cell> byPlace = new ArrayList<>();
        for (int code = FIRST; code < codes(); code++) {
            byPlace.add(cells.cell(code));
        }
        return new OrderedReader<>(cuts.toArray(), byPlace.toArray(Cell[]::new));
    }
}
