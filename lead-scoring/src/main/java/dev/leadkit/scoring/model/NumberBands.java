package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each stretch of a number is worth: {@code NumberBands.NONE.below(50, 5).from(50, 500, 10).atLeast(500, 20)}. Bands
 * must not overlap; gaps between them are worth {@link #otherwise}. Immutable: every step gives new bands.
 *
 * @param bands the bands, in any order
 * @param otherwise what a number in none of them is worth
 */
public record NumberBands(List<NumberBand> bands, Points otherwise) {

    /** No band yet; what lies outside of all bands is worth nothing. */
    public static final NumberBands NONE = new NumberBands(List.of(), Points.ZERO);

    /**
     * Makes bands; the model that they become part of checks them.
     *
     * @param bands the bands
     * @param otherwise what a number in none of them is worth
     */
    public NumberBands {
        bands = List.copyOf(bands);
        requireNonNull(otherwise, "otherwise");
    }

    /**
     * Adds a band without a beginning.
     *
     * @param high the least number that is too great
     * @param points a whole number of points; may be negative
     * @return the new bands
     */
    public NumberBands below(long high, long points) {
        return with(Optional.empty(), Optional.of(bound(BigDecimal.valueOf(high), false)), Points.of(points));
    }

    /**
     * Adds a band with two ends.
     *
     * @param low the least number
     * @param high the least number that is too great
     * @param points a whole number of points; may be negative
     * @return the new bands
     */
    public NumberBands from(long low, long high, long points) {
        return with(
                Optional.of(bound(BigDecimal.valueOf(low), true)),
                Optional.of(bound(BigDecimal.valueOf(high), false)),
                Points.of(points));
    }

    /**
     * Adds a band without an end.
     *
     * @param low the least number
     * @param points a whole number of points; may be negative
     * @return the new bands
     */
    public NumberBands atLeast(long low, long points) {
        return with(Optional.of(bound(BigDecimal.valueOf(low), true)), Optional.empty(), Points.of(points));
    }

    /**
     * Adds any band.
     *
     * @param low where it begins; empty for no beginning
     * @param high where it ends; empty for no end
     * @param points the points
     * @return the new bands
     */
    public NumberBands with(Optional<Bound> low, Optional<Bound> high, Points points) {
        NumberBand last = new NumberBand(new FieldTest.Range(low, high), points);
        return new NumberBands(Stream.concat(bands.stream(), Stream.of(last)).toList(), otherwise);
    }

    /**
     * Sets what a number outside of all bands is worth.
     *
     * @param points a whole number of points; may be negative
     * @return the new bands
     */
    public NumberBands otherwise(long points) {
        return new NumberBands(bands, Points.of(points));
    }

    /**
     * An end of a band.
     *
     * @param number the number at the end
     * @param inclusive whether it belongs to the band
     * @return the end
     * @throws IllegalArgumentException if the number has more than 100 characters
     */
    public static Bound bound(BigDecimal number, boolean inclusive) {
        return new Bound(FieldType.NUMBER.canonical(number).orElse(number), inclusive);
    }

    /**
     * Whether there are numbers in none of the bands.
     *
     * @return true if some number is worth {@link #otherwise}; of bands that a model accepts
     */
    public boolean hasGap() {
        List<FieldTest.Range> sorted =
                bands.stream().map(NumberBand::range).sorted(BandCheck.BY_LOW).toList();
        if (sorted.isEmpty() || sorted.get(0).low().isPresent()) {
            return true;
        }
        for (int i = 1; i < sorted.size(); i++) {
            if (!BandCheck.isTouching(sorted.get(i - 1), sorted.get(i))) {
                return true;
            }
        }
        return sorted.get(sorted.size() - 1).high().isPresent();
    }

    /** The bands in words: {@code less than 50: 5, at least 50: 10, else 0}. */
    @Override
    public String toString() {
        return Stream.concat(bands.stream().map(NumberBand::toString), Stream.of("else " + otherwise))
                .collect(Collectors.joining(", "));
    }
}
