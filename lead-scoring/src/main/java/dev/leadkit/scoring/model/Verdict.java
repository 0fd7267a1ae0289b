package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import java.util.Optional;

/**
 * What becomes of a lead that a rule disqualifies. A model refuses a verdict that says nothing.
 *
 * @param total what the total becomes, whatever the rules gave; empty to leave it
 * @param grade what the grade becomes; empty for the grade of the total
 */
public record Verdict(Optional<Points> total, Optional<Grade> grade) {

    /**
     * Makes a verdict.
     *
     * @param total what the total becomes, or empty
     * @param grade what the grade becomes, or empty
     */
    public Verdict {
        requireNonNull(total, "total");
        requireNonNull(grade, "grade");
    }

    /**
     * A forced total.
     *
     * @param points a whole number of points
     * @return the verdict
     */
    public static Verdict total(long points) {
        return new Verdict(Optional.of(Points.of(points)), Optional.empty());
    }

    /**
     * A forced grade.
     *
     * @param name the grade's name; need not be one that points can earn
     * @return the verdict
     */
    public static Verdict grade(String name) {
        return new Verdict(Optional.empty(), Optional.of(new Grade(name)));
    }

    /**
     * This verdict with a forced grade, too.
     *
     * @param name the grade's name
     * @return the new verdict
     */
    public Verdict andGrade(String name) {
        return new Verdict(total, Optional.of(new Grade(name)));
    }

    /** The verdict in words: {@code total -100, grade X}. */
    @Override
    public String toString() {
        String forced = total.map(points -> "total " + points).orElse("");
        String named = grade.map(name -> "grade " + name).orElse("");
        return forced + (forced.isEmpty() || named.isEmpty() ? "" : ", ") + named;
    }
}
