package dev.leadkit.routing.territory;

/**
 * Sizes of companies, both ends included. A size that is no whole number counts as the whole number below it.
 *
 * @param from the least size; {@link Long#MIN_VALUE} for no least
 * @param to the greatest size; {@link Long#MAX_VALUE} for no greatest; a plan with less than the least is refused
 */
public record SizeSpan(long from, long to) {

    boolean isUpsideDown() {
        return from > to;
    }

    boolean isOpen() {
        return from == Long.MIN_VALUE && to == Long.MAX_VALUE;
    }

    @Override
    public String toString() {
        if (to == Long.MAX_VALUE) {
            return from == Long.MIN_VALUE ? "any" : from + " or more";
        }
        return from == Long.MIN_VALUE ? to + " or less" : from + " to " + to;
    }
}
