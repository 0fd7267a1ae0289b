package dev.leadkit.metrics.figures;

import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.kpi.SalesCycle;
import dev.leadkit.metrics.kpi.Velocity;
import dev.leadkit.metrics.response.ResponseTime;
import dev.leadkit.metrics.score.Accuracy;
import dev.leadkit.metrics.segment.Breakdown;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All figures as of one instant. Immutable and thread-safe.
 *
 * @param moment when and where
 * @param conversions lead conversion
 * @param funnel the way through the stages
 * @param velocity the growth of qualified leads by month
 * @param durations response time and sales cycle
 * @param costs cost per lead and customer
 * @param accuracy how well scores told outcomes
 */
public record Figures(
        Moment moment,
        Conversions conversions,
        Funnel.Way funnel,
        Velocity velocity,
        Durations durations,
        Costs costs,
        Accuracy accuracy) {

    /**
     * Lead conversion of all leads.
     *
     * @return converted over captured
     */
    public KpiResult conversion() {
        return conversions.bySource().all();
    }

    /**
     * When and where.
     *
     * @param asOf the instant that the figures are told for
     * @param zone where months and days begin
     */
    public record Moment(Instant asOf, ZoneId zone) {}

    /**
     * Lead conversion.
     *
     * @param bySource for all leads and by their first source
     * @param byField by the latest value of each field
     */
    public record Conversions(Breakdown<KpiResult> bySource, SortedMap<String, Breakdown<KpiResult>> byField) {

        /**
         * Keeps a copy of the fields.
         *
         * @param bySource for all leads and by their first source
         * @param byField by the latest value of each field
         */
        public Conversions {
            byField = Collections.unmodifiableSortedMap(new TreeMap<>(byField));
        }
    }

    /**
     * How long things took.
     *
     * @param response from capture to response
     * @param cycle from capture to conversion
     */
    public record Durations(ResponseTime.Times response, SalesCycle.Lengths cycle) {}

    /**
     * What things cost.
     *
     * @param perLead spend per lead by currency and source; empty if no costs were given
     * @param perCustomer spend per new customer by currency and source; empty if no costs were given
     */
    public record Costs(
            SortedMap<String, Breakdown<KpiResult>> perLead, SortedMap<String, Breakdown<KpiResult>> perCustomer) {

        /**
         * Keeps copies.
         *
         * @param perLead spend per lead by currency
         * @param perCustomer spend per new customer by currency
         */
        public Costs {
            perLead = Collections.unmodifiableSortedMap(new TreeMap<>(perLead));
            perCustomer = Collections.unmodifiableSortedMap(new TreeMap<>(perCustomer));
        }
    }
}
