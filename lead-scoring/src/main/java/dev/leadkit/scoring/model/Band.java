package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;

/**
 * A range of totals that earns a grade: from its threshold up to the threshold of the next better band.
 *
 * @param grade the grade
 * @param atLeast the least total that earns it
 */
public record Band(Grade grade, Points atLeast) {

    /**
     * Makes a band.
     *
     * @param grade the grade
     * @param atLeast the least total that earns it
     */
    public Band {
        requireNonNull(grade, "grade");
        requireNonNull(atLeast, "atLeast");
    }
}
