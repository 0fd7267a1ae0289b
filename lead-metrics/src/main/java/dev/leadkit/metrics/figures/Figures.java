package dev.leadkit.metrics.figures;

import dev.leadkit.metrics.cohort.CohortTable;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.forecast.Forecast;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.kpi.SalesCycle;
import dev.leadkit.metrics.kpi.Velocity;
import dev.leadkit.metrics.money.SourceRow;
import dev.leadkit.metrics.response.ResponseTime;
import dev.leadkit.metrics.score.Accuracy;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.survival.EventualConversion;
import dev.leadkit.metrics.team.RepFigures;
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
 * @param sales what sources, reps and the open leads bring
 * @param journeys how leads of one time, and leads of one source, came to a conversion
 */
public record Figures(
        Moment moment,
        Conversions conversions,
        Funnel.Way funnel,
        Velocity velocity,
        Durations durations,
        Costs costs,
        Accuracy accuracy,
        Sales sales,
        Journeys journeys) {

    /**
     * Lead conversion of all leads.
     *
     * @return converted over captured
     */
    public KpiResult conversion() {
        return conversions.bySource().all();
    }

    /**
     * Who brings what.
     *
     * @param sources every first source side by side
     * @param reps each rep, by who owned a lead when it happened
     * @param loads the open leads of each rep
     * @param outlook what the open leads are expected to bring; undefined where no chances were told
     */
    public record Sales(
            Breakdown<SourceRow> sources,
            SortedMap<String, RepFigures> reps,
            SortedMap<String, KpiResult> loads,
            Forecast.Outlook outlook) {

        /**
         * Keeps copies.
         *
         * @param sources every first source
         * @param reps each rep
         * @param loads the open leads of each rep
         * @param outlook what the open leads are expected to bring
         */
        public Sales {
            reps = Collections.unmodifiableSortedMap(new TreeMap<>(reps));
            loads = Collections.unmodifiableSortedMap(new TreeMap<>(loads));
        }
    }

    /**
     * How leads came to a conversion in time.
     *
     * @param horizonDays how many days a lead has to be converted
     * @param withinHorizon converted within the horizon, of the leads that are old enough
     * @param cohorts leads by the month of their capture, and how many were converted by each age
     * @param eventual the share converted by each day, for all leads and by their first source; lost leads stay lost, and young ones
     *     count for as long as they have been seen
     */
    public record Journeys(
            int horizonDays,
            KpiResult withinHorizon,
            CohortTable cohorts,
            Breakdown<EventualConversion.Eventual> eventual) {}

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
