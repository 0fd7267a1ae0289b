package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import java.util.List;
import java.util.Optional;

/**
 * How leads are scored: data that can be stored, compared and versioned. Immutable and thread-safe; a model that exists is
 * right.
 *
 * @param ref its name and version
 * @param dimensions its dimensions, at least one, in the order in which a score lists them; with at most
 *     {@value #MOST_RULES} rules together
 * @param limits how low and how high the total may go
 * @param bands the grades, best first, each with a lower threshold than the one before; may be empty
 */
public record ScoringModel(ModelRef ref, List<Dimension> dimensions, Limits limits, List<Band> bands) {

    /** The most points that one number of a model may be, in either direction. */
    public static final int MOST_POINTS = 1_000_000;

    /** The most rules that a model may have: few enough that no sum of theirs can overflow. */
    public static final int MOST_RULES = 100_000;

    /**
     * Makes a model.
     *
     * @param ref its name and version
     * @param dimensions its dimensions
     * @param limits how low and how high the total may go
     * @param bands the grades, best first
     * @throws dev.leadkit.fault.RefusedException if anything is wrong: every fault at once, each with its path in the
     *     model, such as {@code dimensions[0].rules[2].points}
     */
    public ScoringModel {
        requireNonNull(ref, "ref");
        dimensions = List.copyOf(dimensions);
        requireNonNull(limits, "limits");
        bands = List.copyOf(bands);
        Faults faults = new Faults();
        new ModelCheck(faults).check(dimensions, limits, bands);
        faults.refuseIfAny("scoring model " + ref);
    }

    /**
     * Starts a model.
     *
     * @param name the model's name, 1 to 255 characters
     * @param version its version, 1 to 255 characters
     * @return a builder without dimensions
     */
    public static ScoringModelBuilder builder(String name, String version) {
        return new ScoringModelBuilder(name, version);
    }

    /**
     * The grade of a total.
     *
     * @param total the total
     * @return the best grade whose threshold the total reaches, or empty if it reaches none
     */
    public Optional<Grade> grade(Points total) {
        return bands.stream()
                .filter(band -> total.compareTo(band.atLeast()) >= 0)
                .map(Band::grade)
                .findFirst();
    }

    /**
     * The next better grade.
     *
     * @param total the total
     * @return the band with the lowest threshold above the total, or empty if there is none
     */
    public Optional<Band> next(Points total) {
        return bands.stream()
                .filter(band -> total.compareTo(band.atLeast()) < 0)
                .reduce((better, lower) -> lower);
    }

    /** The model's name, version and size. */
    @Override
    public String toString() {
        int rules = dimensions.stream()
                .mapToInt(dimension -> dimension.rules().size())
                .sum();
        return "ScoringModel[" + ref + ", " + rules + " rules]";
    }
}
