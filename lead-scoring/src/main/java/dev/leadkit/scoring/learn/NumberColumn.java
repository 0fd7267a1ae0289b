package dev.leadkit.scoring.learn;

import static dev.leadkit.condition.Conditions.field;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.lead.Decimals;
import dev.leadkit.lead.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A number field. Kept as double: numbers that differ only beyond the 15th digit may fall on either side of an edge. */
final class NumberColumn extends Column {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Field<BigDecimal> field;
    private final Map<Double, Integer> places = new HashMap<>();
    private double[] values = new double[0];

    NumberColumn(Field<BigDecimal> field) {
        super(field.name());
        this.field = field;
    }

    @Override
    int code(Facts facts) {
        Optional<BigDecimal> value = facts.lead().get(field);
        return value.isEmpty() ? MISSING : places.computeIfAbsent(value.get().doubleValue(), unseen -> places.size());
    }

    @Override
    int[] settled() {
        values = places.keySet().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int[] settled = new int[values.length];
        places.forEach((value, place) -> settled[place] = Arrays.binarySearch(values, value));
        places.clear();
        return settled;
    }

    @Override
    int levels() {
        return values.length;
    }

    @Override
    boolean isOrdered() {
        return true;
    }

    @Override
    int edge(int below, int above) {
        BigDecimal cut = cut(decimal(below), decimal(above));
        int level = below + 1;
        while (decimal(level).compareTo(cut) < 0) {
            level++;
        }
        return level;
    }

    @Override
    Condition between(int from, int to) {
        Optional<Bound> low = from == 0 ? Optional.empty() : Optional.of(new Bound(cut(from), true));
        Optional<Bound> high = to == values.length ? Optional.empty() : Optional.of(new Bound(cut(to), false));
        return low.isEmpty() && high.isEmpty()
                ? field(field).isPresent()
                : new FieldCondition<>(field, new FieldTest.Range(low, high));
    }

    private BigDecimal cut(int level) {
        return cut(decimal(level - 1), decimal(level));
    }

    private BigDecimal decimal(int level) {
        return Decimals.shortest(values[level]);
    }

    /** The roundest number above the one and at most the other, and of those the one nearest to the middle. */
    static BigDecimal cut(BigDecimal below, BigDecimal above) {
        BigDecimal middle = below.add(above).multiply(HALF);
        BigDecimal greatest = below.abs().max(above.abs());
        int scale = greatest.scale() - greatest.precision();
        while (true) {
            BigDecimal near = middle.setScale(scale, RoundingMode.HALF_UP);
            BigDecimal under = above.setScale(scale, RoundingMode.FLOOR);
            BigDecimal found = near.compareTo(below) > 0 && near.compareTo(above) <= 0 ? near : under;
            if (found.compareTo(below) > 0) {
                return canonical(found);
            }
            scale++;
        }
    }

    private static BigDecimal canonical(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.setScale(Math.max(0, bare.scale()));
    }

    @Override
    Optional<Condition> missing() {
        return Optional.of(field(field).isMissing());
    }
}
