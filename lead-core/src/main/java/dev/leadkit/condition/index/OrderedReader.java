package dev.leadkit.condition.index;

import dev.leadkit.lead.Decimals;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Finds the place of a value between cuts. Most values are told from a cut by a plain number that stands for it. */
final class OrderedReader<F> implements Domain.Reader<F> {

    /** The greatest whole number up to which every whole number is a double. */
    private static final long EXACT = 1L << 53;

    private final Object[] cuts;
    private final Cell[] byPlace;

    /** What stands for each cut; behind the last, two that are not less than anything. */
    private final double[] positions;

    private final Buckets buckets;

    /** Whether a double at the position of a cut is that cut and no other one. */
    private final boolean[] alone;

    private final boolean allAlone;

    OrderedReader(Object[] cuts, Cell[] byPlace) {
        this.cuts = cuts;
        this.byPlace = byPlace;
        this.positions = new double[cuts.length + Buckets.BEHIND];
        this.alone = new boolean[cuts.length];
        Arrays.fill(positions, Double.NaN);
        for (int i = 0; i < cuts.length; i++) {
            positions[i] = OrderedDomain.position(cuts[i]);
        }
        this.buckets = new Buckets(positions, cuts.length);
        for (int i = 0; i < cuts.length; i++) {
            alone[i] = cuts[i] instanceof BigDecimal cut
                    && Double.isFinite(positions[i])
                    && cut.compareTo(Decimals.shortest(positions[i])) == 0
                    && (i == 0 || positions[i - 1] < positions[i])
                    && (i + 1 == cuts.length || positions[i] < positions[i + 1]);
        }
        this.allAlone = IntStream.range(0, alone.length).allMatch(i -> alone[i]);
    }

    @Override
    public Cell cell(F value) {
        double position = OrderedDomain.position(value);
        int at = buckets.below(position);
        return at < cuts.length && positions[at] == position ? tied(value, at) : byPlace[2 * at];
    }

    /** The cell of a number; it must be finite. */
    Cell cell(double value) {
        int place = buckets.place(value);
        return allAlone || (place & 1) == 0 || alone[place >> 1]
                ? byPlace[place]
                : tied(Decimals.shortest(value), place >> 1);
    }

    /** The cell of a whole number. */
    Cell cell(long value) {
        if (value > -EXACT && value < EXACT) {
            return cell((double) value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        int at = buckets.below(exact.doubleValue());
        return tied(exact, at);
    }

    /** The cell of a value that has the position of a cut. */
    private Cell tied(Object value, int first) {
        for (int at = first; at < cuts.length; at++) {
            int order = OrderedDomain.compare(cuts[at], value);
            if (order >= 0) {
                return byPlace[order == 0 ? 2 * at + 1 : 2 * at];
            }
        }
        return byPlace[2 * cuts.length];
    }
}
