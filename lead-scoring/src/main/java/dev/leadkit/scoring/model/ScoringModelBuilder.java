package dev.leadkit.scoring.model;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.LeadZone;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Builds a model step by step. Nothing is refused before {@link #build}, which then tells everything. Not thread-safe.
 *
 * <pre>{@code
 * ScoringModel.builder("b2b", "3")
 *     .dimension("fit", d -> d
 *         .rule("country", field(COUNTRY).in("DE", "AT"), 10)
 *         .rule("student", field(JOB_TITLE).contains("student"), -20)
 *         .cap(60))
 *     .dimension("engagement", d -> d
 *         .each("opens", interaction("email.opened").filter(),
 *             Worth.points(2).halfLife(Duration.ofDays(7)).cap(20)))
 *     .band("A", 25)
 *     .build();
 * }</pre>
 */
public final class ScoringModelBuilder {

    private final String name;
    private final String version;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final Faults faults = new Faults();
    private final List<Disqualifier> disqualifiers = new ArrayList<>();
    private Limits limits = Limits.NONE;
    private Optional<GradeMatrix> matrix = Optional.empty();
    private LeadZone zone = LeadZone.UTC;
    private String author = "";
    private String note = "";

    ScoringModelBuilder(String name, String version) {
        this.name = name;
        this.version = version;
    }

    /**
     * Adds a dimension.
     *
     * @param dimensionName its name
     * @param content adds its rules and limits
     * @return this
     */
    public ScoringModelBuilder dimension(String dimensionName, Consumer<DimensionBuilder> content) {
        DimensionBuilder builder = new DimensionBuilder(dimensionName);
        content.accept(builder);
        return dimension(builder.build());
    }

    /**
     * Adds a dimension.
     *
     * @param dimension the dimension
     * @return this
     */
    public ScoringModelBuilder dimension(Dimension dimension) {
        dimensions.add(dimension);
        return this;
    }

    /**
     * Sets the greatest total.
     *
     * @param greatest a whole number of points
     * @return this
     */
    public ScoringModelBuilder cap(long greatest) {
        return limits(limits.withCap(Points.of(greatest)));
    }

    /**
     * Sets the least total.
     *
     * @param least a whole number of points
     * @return this
     */
    public ScoringModelBuilder floor(long least) {
        return limits(limits.withFloor(Points.of(least)));
    }

    /**
     * Sets how low and how high the total may go.
     *
     * @param lowAndHigh the limits
     * @return this
     */
    public ScoringModelBuilder limits(Limits lowAndHigh) {
        limits = lowAndHigh;
        return this;
    }

    /**
     * Adds a grade that is worse than those added before.
     *
     * @param grade its name
     * @param atLeast the least total that earns it, a whole number of points
     * @return this
     */
    public ScoringModelBuilder band(String grade, long atLeast) {
        return band(grade, Points.of(atLeast));
    }

    /**
     * Adds a grade that is worse than those added before.
     *
     * @param grade its name
     * @param atLeast the least total that earns it
     * @return this
     */
    public ScoringModelBuilder band(String grade, Points atLeast) {
        String path = "grades[" + bands.size() + "].grade";
        // a nameless band is never built; its place is kept so that the others keep theirs
        String known = new ModelCheck(faults).isName(path, grade) ? grade : path;
        bands.add(new Band(new Grade(known), atLeast));
        return this;
    }

    /**
     * Gives grades by two dimensions, in place of bands.
     *
     * @param both the two sides
     * @return this
     */
    public ScoringModelBuilder matrix(GradeMatrix both) {
        matrix = Optional.of(both);
        return this;
    }

    /**
     * Adds what settles a lead's fate.
     *
     * @param id which disqualifier
     * @param when the condition
     * @param verdict what becomes of the lead
     * @return this
     */
    public ScoringModelBuilder disqualify(String id, Condition when, Verdict verdict) {
        return disqualify(new Disqualifier(id, "", when, verdict, ""));
    }

    /**
     * Adds what settles a lead's fate.
     *
     * @param disqualifier the disqualifier
     * @return this
     */
    public ScoringModelBuilder disqualify(Disqualifier disqualifier) {
        disqualifiers.add(disqualifier);
        return this;
    }

    /**
     * Says whose calendar counts: by it a date begins, and the calendar days in which a rule counts; without it, that of UTC.
     *
     * @param calendar the time zone
     * @return this
     */
    public ScoringModelBuilder zone(LeadZone calendar) {
        zone = calendar;
        return this;
    }

    /**
     * Says who wrote this version.
     *
     * @param who a name, at most 255 characters
     * @return this
     */
    public ScoringModelBuilder author(String who) {
        author = who;
        return this;
    }

    /**
     * Says why this version exists.
     *
     * @param why a text of at most 1,000 characters
     * @return this
     */
    public ScoringModelBuilder note(String why) {
        note = why;
        return this;
    }

    /**
     * Ends building.
     *
     * @return the model
     * @throws dev.leadkit.fault.RefusedException if anything is wrong: every fault at once, each with its path in the
     *     model, such as {@code dimensions[0].rules[2].points}
     */
    public ScoringModel build() {
        Faults all = new Faults();
        ModelCheck check = new ModelCheck(all);
        check.isName("name", name);
        check.isName("version", version);
        if (!author.isEmpty()) {
            check.isName("author", author);
        }
        check.checkNote("", note);
        faults.list().forEach(all);
        Grading grading = new Grading(bands, matrix, disqualifiers);
        check.check(dimensions, limits, grading);
        all.refuseIfAny("scoring model");
        return new ScoringModel(new ModelRef(name, version, author, note, ""), dimensions, limits, grading, zone);
    }
}
