package dev.leadkit.condition.index;

import dev.leadkit.lead.Decimals;
import java.math.BigDecimal;

/** Finds the place of a value between cuts. Most values are told from a cut by a plain number that stands for it. */
final class OrderedReader<F> implements Domain.Reader<F> {

    /** The greatest whole number up to which every whole number is a double. */
    private static final long EXACT = 1L << 53;

    private static final int FEW = 6;

    private final Object[] cuts;
    private final Cell[] byPlace;
    private final double[] positions;

    /** Whether a double at the position of a cut is that cut and no other one. */
    private final boolean[] alone;

    OrderedReader(Object[] cuts, Cell[] byPlace) {
        this.cuts = cuts;
        this.byPlace = byPlace;
        this.positions = new double[cuts.length];
        this.alone = new boolean[cuts.length];
        for (int i = 0; i < cuts.length; i++) {
            positions[i] = OrderedDomain.position(cuts[i]);
        }
        for (int i = 0; i < cuts.length; i++) {
            alone[i] = cuts[i] instanceof BigDecimal cut
                    && Double.isFinite(positions[i])
                    && cut.compareTo(Decimals.shortest(positions[i])) == 0
                    && (i == 0 || positions[i - 1] < positions[i])
                    && (i + 1 == cuts.length || positions[i] < positions[i + 1]);
        }
    }

    @Override
    public Cell cell(F value) {
        double position = OrderedDomain.position(value);
        int at = below(position);
        return at < positions.length && positions[at] == position ? tied(value, at) : byPlace[2 * at];
    }

    /** The cell of a number; it must be finite. */
    Cell cell(double value) {
        int at = below(value);
        if (at == positions.length || positions[at] != value) {
            return byPlace[2 * at];
        }
        return alone[at] ? byPlace[2 * at + 1] : tied(Decimals.shortest(value), at);
    }

    /** The cell of a whole number. */
    Cell cell(long value) {
        if (value > -EXACT && value < EXACT) {
            return cell((double) value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        int at = below(exact.doubleValue());
        return tied(exact, at);
    }

    /** How many cuts stand before a position, without a branch that depends on the value. */
    private int below(double position) {
        double[] all = positions;
        int from = 0;
        int length = all.length;
        while (length > FEW) {
            int half = length >>> 1;
            from += all[from + half - 1] < position ? half : 0;
            length -= half;
        }
        int below = from;
        for (int i = from; i < from + length; i++) {
            below += all[i] < position ? 1 : 0;
        }
        return below;
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
