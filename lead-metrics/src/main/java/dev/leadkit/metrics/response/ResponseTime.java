package dev.leadkit.metrics.response;

import static java.util.Objects.requireNonNull;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Quantile;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code lead.response}: how long it took from the capture to the first outbound interaction by a human, on the wall clock. Contacts
 * before the capture are no response to it. Undated leads are left out and counted.
 *
 * <p>The quantiles are those of the answered leads; how many are unanswered stands beside them. The share in time is exact
 * and counts unanswered leads: over the target by the as-of instant they are a breach, until then they are pending and left out.
 * What is answered is kept by its duration; what is not is kept by the last instant at which an answer would be in time, so that the
 * passing of time needs no new state: the state grows with the number of such instants.
 *
 * @param target how long a response may take to be in time, that length included; above 0
 * @param resolution to how much the last instants in time are rounded up: an unanswered lead is overdue when the
 *     as-of instant, rounded down to as much, is past it. A longer one keeps the state small
 */
public record ResponseTime(Duration target, Resolution resolution) implements LeadKpi<ResponseTime.Times> {

    /** Five minutes, the usual target for leads from the web. */
    public static final Duration USUAL_TARGET = Duration.ofMinutes(5);

    private static final int ANSWERED = 0;
    private static final int IN_TIME = 1;
    private static final int DEADLINES = 2;
    private static final String UNANSWERED = "unanswered";
    private static final String WHAT =
            "the time from capture to the first outbound interaction by a human, of answered leads";
    private static final String WHEN_EMPTY = "no dated lead was answered";
    private static final Quantile P50 = Quantile.ofSeconds(50, "lead.response", WHAT, WHEN_EMPTY);
    private static final Quantile P90 = Quantile.ofSeconds(90, "lead.response", WHAT, WHEN_EMPTY);

    /**
     * Checks the target.
     *
     * @param target how long a response may take
     * @param resolution to how much deadlines are rounded
     */
    public ResponseTime {
        Promise.check(target);
        requireNonNull(resolution, "resolution");
    }

    /**
     * Response times to the second.
     *
     * @param target how long a response may take to be in time, that length included; above 0
     */
    public ResponseTime(Duration target) {
        this(target, Resolution.SECOND);
    }

    /**
     * The result.
     *
     * @param p50 the median response time of answered leads, in seconds
     * @param p90 the 90th percentile of answered leads, in seconds
     * @param inTime answered within the target, over those and all breaches
     * @param answered how many leads were answered, by the lower end of the {@link DurationBuckets bucket} of their time, in seconds
     */
    public record Times(KpiResult p50, KpiResult p90, KpiResult inTime, SortedMap<Long, Long> answered) {

        /**
         * Keeps a copy of the buckets.
         *
         * @param p50 the median
         * @param p90 the 90th percentile
         * @param inTime answered within the target
         * @param answered how many leads were answered by time
         */
        public Times {
            answered = Collections.unmodifiableSortedMap(new TreeMap<>(answered));
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "lead.response.in-time/1?target=" + target + promise().id(),
                TimeBasis.COHORT,
                "Leads answered by a human within the target, over those and all that were answered later or are unanswered"
                        + " past the target; undated leads and those still in time are left out.");
    }

    @Override
    public List<String> parts() {
        return List.of("answered after seconds", "in time (1) or late (0)", "unanswered, due by");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
            return;
        }
        FactEvent captured = facts.captured().get();
        if (facts.responded().isPresent()) {
            FactEvent responded = facts.responded().get();
            counts.add(ANSWERED, DurationBuckets.of(captured.secondsTo(responded)), times);
            counts.add(IN_TIME, captured.within(responded, target) ? 1 : 0, times);
        } else {
            promise().unanswered(counts, captured, target, times);
        }
    }

    private Promise promise() {
        return new Promise(IN_TIME, DEADLINES, resolution);
    }

    @Override
    public Times result(Counts counts, Instant asOf) {
        SortedMap<String, Long> excluded = Promise.with(counts, UNANSWERED, counts.total(DEADLINES));
        SortedMap<Long, Long> answered = new TreeMap<>();
        for (long seconds : counts.keys(ANSWERED)) {
            answered.put(seconds, counts.count(ANSWERED, seconds));
        }
        return new Times(
                P50.of(counts, ANSWERED, excluded),
                P90.of(counts, ANSWERED, excluded),
                promise().share(definition(), counts, asOf, "no dated lead was answered or is overdue"),
                answered);
    }
}
