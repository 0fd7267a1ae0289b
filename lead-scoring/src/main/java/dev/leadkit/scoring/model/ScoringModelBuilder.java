package dev.leadkit.scoring.model;

import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import java.util.ArrayList;
import java.util.List;
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
    private Limits limits = Limits.NONE;

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
        faults.list().forEach(all);
        check.check(dimensions, limits, bands);
        all.refuseIfAny("scoring model");
        return new ScoringModel(new ModelRef(name, version), dimensions, limits, bands);
    }
}
