package dev.leadkit.scoring.learn;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Grade;
import java.math.BigDecimal;

/**
 * A grade by the chance to win: of leads with so many points at least this share was won.
 *
 * @param grade the grade
 * @param atLeast the least share, from 0 to 1; 0 is every lead
 */
public record ChanceBand(Grade grade, BigDecimal atLeast) {

    /**
     * Makes a band. Whether the share makes sense is looked at where grades are made of it.
     *
     * @param grade the grade
     * @param atLeast the least share
     */
    public ChanceBand {
        requireNonNull(grade, "grade");
        requireNonNull(atLeast, "atLeast");
    }

    /**
     * Makes a band.
     *
     * @param grade the grade's name, such as {@code A}
     * @param atLeast the least share as a decimal number, such as {@code 0.25}
     * @return the band
     * @throws NumberFormatException if the share is no number
     */
    public static ChanceBand of(String grade, String atLeast) {
        return new ChanceBand(new Grade(grade), new BigDecimal(atLeast));
    }
}
