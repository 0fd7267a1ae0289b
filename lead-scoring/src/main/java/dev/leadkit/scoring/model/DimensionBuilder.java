package dev.leadkit.scoring.model;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects the rules and limits of one dimension; {@link ScoringModelBuilder} hands it out. Not thread-safe. */
public final class DimensionBuilder {

    private final String name;
    private final List<ScoringRule> rules = new ArrayList<>();
    private final List<RuleGroup> groups = new ArrayList<>();
    private Limits limits = Limits.NONE;

    DimensionBuilder(String name) {
        this.name = name;
    }

    /**
     * Adds points for a lead of which a condition is true.
     *
     * @param id which rule
     * @param when the condition
     * @param points a whole number of points; may be negative
     * @return this
     */
    public DimensionBuilder rule(String id, Condition when, long points) {
        return add(new ConditionRule(id, "", when, Points.of(points)));
    }

    /**
     * Adds points for each interaction of some kind.
     *
     * @param id which rule
     * @param which which interactions
     * @param worth what they are worth
     * @return this
     */
    public DimensionBuilder each(String id, InteractionFilter which, Worth worth) {
        return add(new InteractionRule(id, "", which, worth));
    }

    /**
     * Adds points by the band that a number falls into.
     *
     * @param id which rule
     * @param number the field
     * @param bands what each stretch of it is worth
     * @return this
     */
    public DimensionBuilder number(String id, Field<BigDecimal> number, NumberBands bands) {
        return add(new NumberRule(id, "", number, bands, ""));
    }

    /**
     * Adds rules that have limits together, at the end of the dimension's rules so far.
     *
     * @param id which group
     * @param content adds its rules and limits; groups do not nest
     * @return this
     */
    public DimensionBuilder group(String id, Consumer<DimensionBuilder> content) {
        DimensionBuilder group = new DimensionBuilder(id);
        content.accept(group);
        rules.addAll(group.rules);
        groups.add(new RuleGroup(id, group.rules.stream().map(ScoringRule::id).toList(), group.limits, ""));
        group.groups.forEach(inner -> groups.add(new RuleGroup(inner.id(), List.of(id), inner.limits(), inner.note())));
        return this;
    }

    /**
     * Lets rules of this dimension have limits together.
     *
     * @param group the group
     * @return this
     */
    public DimensionBuilder group(RuleGroup group) {
        groups.add(group);
        return this;
    }

    /**
     * Adds a rule that the host wrote.
     *
     * @param id which rule
     * @param custom the name under which a registry knows the code
     * @param with its parameters
     * @return this
     */
    public DimensionBuilder custom(String id, String custom, Map<String, ?> with) {
        return add(new CustomRule(id, "", custom, Parameters.copied(with)));
    }

    /**
     * Adds any rule, such as one with a description or with fractions of points.
     *
     * @param rule the rule
     * @return this
     */
    public DimensionBuilder add(ScoringRule rule) {
        rules.add(rule);
        return this;
    }

    /**
     * Sets the greatest sum of the rules.
     *
     * @param greatest a whole number of points
     * @return this
     */
    public DimensionBuilder cap(long greatest) {
        return limits(limits.withCap(Points.of(greatest)));
    }

    /**
     * Sets the least sum of the rules.
     *
     * @param least a whole number of points
     * @return this
     */
    public DimensionBuilder floor(long least) {
        return limits(limits.withFloor(Points.of(least)));
    }

    /**
     * Sets how low and how high the sum of the rules may go.
     *
     * @param lowAndHigh the limits
     * @return this
     */
    public DimensionBuilder limits(Limits lowAndHigh) {
        limits = lowAndHigh;
        return this;
    }

    Dimension build() {
        return new Dimension(name, rules, groups, limits);
    }
}
