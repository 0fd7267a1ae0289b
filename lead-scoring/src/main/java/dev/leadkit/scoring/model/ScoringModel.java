package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.LeadZone;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How leads are scored: data that can be stored, compared and versioned. Immutable and thread-safe; a model that exists is
 * right.
 *
 * @param ref its name and version, its author and note, and the hash of its content, which is always computed: whatever hash
 *     a reference comes with is replaced
 * @param dimensions its dimensions, at least one, in the order in which a score lists them; with at most
 *     {@value #MOST_RULES} rules and bands together
 * @param limits how low and how high the total may go
 * @param grading what points mean: grades by the total or by a matrix, and what disqualifies
 * @param zone whose calendar counts: by it a date begins, and the calendar days in which a rule counts
 */
public record ScoringModel(ModelRef ref, List<Dimension> dimensions, Limits limits, Grading grading, LeadZone zone) {

    /** The name and version of the form in which models are written. */
    public static final String FORMAT = "leadkit.scoring/1";

    /** The most points that one number of a model may be, in either direction; every sum of points saturates there, too. */
    public static final int MOST_POINTS = 1_000_000;

    /** The most rules that a model may have: few enough that no sum of theirs can overflow. */
    public static final int MOST_RULES = 100_000;

    /** The most characters of a note. */
    public static final int LONGEST_NOTE = ModelRef.LONGEST_NOTE;

    /**
     * Makes a model.
     *
     * @param ref its name and version; the hash is computed
     * @param dimensions its dimensions
     * @param limits how low and how high the total may go
     * @param grading what points mean
     * @param zone whose calendar counts
     * @throws dev.leadkit.fault.RefusedException if anything is wrong: every fault at once, each with its path in the
     *     model, such as {@code dimensions[0].rules[2].points}
     */
    public ScoringModel {
        requireNonNull(ref, "ref");
        dimensions = List.copyOf(dimensions);
        requireNonNull(limits, "limits");
        requireNonNull(grading, "grading");
        requireNonNull(zone, "zone");
        Faults faults = new Faults();
        new ModelCheck(faults).check(dimensions, limits, grading);
        faults.refuseIfAny("scoring model " + ref);
        ref = ref.withHash(ModelTree.hash(ModelTree.of(ref, dimensions, limits, grading, zone)));
    }

    /**
     * Makes a model by the calendar of UTC.
     *
     * @param ref its name and version; the hash is computed
     * @param dimensions its dimensions
     * @param limits how low and how high the total may go
     * @param grading what points mean
     * @throws dev.leadkit.fault.RefusedException if anything is wrong: every fault at once
     */
    public ScoringModel(ModelRef ref, List<Dimension> dimensions, Limits limits, Grading grading) {
        this(ref, dimensions, limits, grading, LeadZone.UTC);
    }

    /**
     * Makes a model with grades by the total, by the calendar of UTC.
     *
     * @param ref its name and version; the hash is computed
     * @param dimensions its dimensions
     * @param limits how low and how high the total may go
     * @param bands the grades, best first
     * @throws dev.leadkit.fault.RefusedException if anything is wrong: every fault at once
     */
    public ScoringModel(ModelRef ref, List<Dimension> dimensions, Limits limits, List<Band> bands) {
        this(ref, dimensions, limits, new Grading(bands, Optional.empty(), List.of()));
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
     * The grades by the total.
     *
     * @return the bands, best first; empty where there are none, and where a matrix gives the grades
     */
    public List<Band> bands() {
        return grading.bands();
    }

    /**
     * The grade of a total by thresholds, whatever disqualifies.
     *
     * @param total the total
     * @return the best grade whose threshold the total reaches; empty if it reaches none, and where a matrix gives the grades
     *     ({@link Grading#grade} knows both)
     */
    public Optional<Grade> grade(Points total) {
        return grading.grade(total);
    }

    /**
     * The next better grade by thresholds.
     *
     * @param total the total
     * @return the band with the lowest threshold above the total, or empty if there is none
     */
    public Optional<Band> next(Points total) {
        return bands().stream()
                .filter(band -> total.compareTo(band.atLeast()) < 0)
                .reduce((better, lower) -> lower);
    }

    /**
     * The model as plain maps, lists, texts and numbers: what {@code ScoringModelJson} writes and reads.
     *
     * @return a new tree, without the hash
     */
    public Map<String, Object> content() {
        return ModelTree.of(ref, dimensions, limits, grading, zone);
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
