package dev.leadkit.metrics.figures;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.funnel.Skip;
import dev.leadkit.metrics.kpi.LeadVelocity;
import dev.leadkit.metrics.money.Cost;
import dev.leadkit.metrics.money.Spending;
import dev.leadkit.metrics.response.ResponseTime;
import dev.leadkit.metrics.segment.Grouping;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which figures are told, and by which rules. Immutable, equal by content.
 *
 * @param zone where months and days begin
 * @param velocity which leads are qualified
 * @param funnel the way that leads go
 * @param response how fast an answer must be
 * @param fields the fields by which conversion is broken down, beside the source
 * @param spending what was spent
 * @param horizonDays how many days a lead has to be converted, for cohorts and curves; from 1 to 3,650
 */
public record FiguresSpec(
        ZoneId zone,
        LeadVelocity velocity,
        Funnel funnel,
        ResponseTime response,
        SortedMap<String, Grouping> fields,
        Spending spending,
        int horizonDays) {

    /** A lead has 60 days, if nothing else is said. */
    public static final int USUAL_HORIZON = 60;

    private static final int LONGEST_HORIZON = 3_650;

    /**
     * Keeps a copy of the fields.
     *
     * @param zone where months and days begin
     * @param velocity which leads are qualified
     * @param funnel the way that leads go
     * @param response how fast an answer must be
     * @param fields the fields by which conversion is broken down
     * @param spending what was spent
     * @param horizonDays how many days a lead has to be converted
     */
    public FiguresSpec {
        requireNonNull(zone, "zone");
        if (horizonDays < 1 || horizonDays > LONGEST_HORIZON) {
            throw new IllegalArgumentException(
                    "horizon must be from 1 to " + LONGEST_HORIZON + " days, was " + horizonDays);
        }
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /**
     * Starts with the parts that have no default.
     *
     * @param zone where months and days begin
     * @param stages the funnel's stages from first to last; a later stage implies the earlier ones
     * @param qualified the stages that make a lead qualified
     * @return a builder without fields and costs, with the usual response target
     */
    public static Builder builder(ZoneId zone, List<Stage> stages, Collection<Stage> qualified) {
        return new Builder(zone, stages, qualified);
    }

    /** Collects the parts. Not thread-safe. */
    public static final class Builder {

        private final ZoneId zone;
        private final LeadVelocity velocity;
        private final List<Stage> stages;
        private final SortedMap<String, Grouping> fields = new TreeMap<>();
        private Skip skip = Skip.IMPLIED;
        private Duration target = ResponseTime.USUAL_TARGET;
        private List<Cost> costs = List.of();
        private int horizon = USUAL_HORIZON;

        private Builder(ZoneId zone, List<Stage> stages, Collection<Stage> qualified) {
            this.zone = zone;
            this.stages = List.copyOf(stages);
            this.velocity = new LeadVelocity(Set.copyOf(qualified), zone);
        }

        /**
         * Says what a skipped stage means for the funnel.
         *
         * @param rule the rule
         * @return this
         */
        public Builder skip(Skip rule) {
            skip = rule;
            return this;
        }

        /**
         * Breaks conversion down by fields. Memory grows with their different values, so this is for fields with few of them.
         *
         * @param names the fields' names
         * @return this
         */
        public Builder byField(String... names) {
            for (String name : names) {
                fields.put(name, Grouping.byField(name));
            }
            return this;
        }

        /**
         * Says how long a response may take.
         *
         * @param longest the length that is still in time
         * @return this
         */
        public Builder responseTarget(Duration longest) {
            target = longest;
            return this;
        }

        /**
         * Says what was spent.
         *
         * @param all all costs, in any order
         * @return this
         */
        public Builder costs(List<Cost> all) {
            costs = List.copyOf(all);
            return this;
        }

        /**
         * Says how long a lead has to be converted, for the figures of cohorts and the curves.
         *
         * @param days from 1 to 3,650; the cohorts' ages are sixths of it, at least a day each
         * @return this
         */
        public Builder horizonDays(int days) {
            horizon = days;
            return this;
        }

        /**
         * Ends collecting.
         *
         * @return the specification
         */
        public FiguresSpec build() {
            return new FiguresSpec(
                    zone,
                    velocity,
                    new Funnel(stages, skip),
                    new ResponseTime(target),
                    fields,
                    Spending.of(zone, costs),
                    horizon);
        }
    }
}
