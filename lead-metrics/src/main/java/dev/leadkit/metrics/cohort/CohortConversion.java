package dev.leadkit.metrics.cohort;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code lead.conversion.cohort}: of the leads that have had the time to be converted, how many were within it, with Wilson's 95 %
 * interval: {@code converted - captured <= horizon}, over all with {@code captured + horizon <= asOf}. Leads that are too young are
 * left out as {@link #IMMATURE}, whether converted already or not: counting the quick ones alone would flatter. Undated leads and
 * leads converted before their capture (backfilled data) are left out and counted. Undefined while no lead is mature.
 *
 * <p>The cohort is whatever leads are handed in: by month of capture with
 * {@link dev.leadkit.metrics.segment.Segmented Segmented} and {@link dev.leadkit.metrics.segment.Grouping#byPeriod byPeriod}. One
 * state serves all as-of instants; a conversion after such an instant is never counted by it.
 *
 * @param horizon how long a conversion may take, that length included; whole seconds, from 1 second to {@link #LONGEST}
 * @param resolution how finely is kept when leads mature: rounded up, and the as-of instant down, so that none matures too early
 */
public record CohortConversion(Duration horizon, Resolution resolution) implements LeadKpi<KpiResult> {

    /** Why a lead is left out that is too young for the horizon. */
    public static final String IMMATURE = "immature";
    /** The longest horizon: 100 years of 365 days. */
    public static final Duration LONGEST = Duration.ofDays(36_500);

    private static final int CONVERTED = 0;
    private static final int CAPTURED = 1;

    /**
     * Checks the horizon.
     *
     * @param horizon how long a conversion may take
     * @param resolution how finely is kept when leads mature
     */
    public CohortConversion {
        if (!isSpan(horizon)) {
            throw new IllegalArgumentException("horizon must be " + SPAN + ", was " + horizon);
        }
    }

    static final String SPAN = "whole seconds from PT1S to " + LONGEST;

    static boolean isSpan(Duration time) {
        return time.toNanosPart() == 0 && time.toSeconds() >= 1 && time.compareTo(LONGEST) <= 0;
    }

    /**
     * Rates that are exact at every midnight of UTC.
     *
     * @param horizon how long a conversion may take, that length included; whole seconds, from 1 second to {@link #LONGEST}
     */
    public CohortConversion(Duration horizon) {
        this(horizon, Resolution.DAY);
    }

    @Override
    public Definition definition() {
        return new Definition(
                "lead.conversion.cohort/1?horizon=" + horizon + "&resolution=" + resolution,
                TimeBasis.COHORT,
                "Leads converted within the horizon after their capture, over all leads captured at least the horizon ago;"
                        + " younger leads, undated ones and those converted before their capture are left out.");
    }

    @Override
    public List<String> parts() {
        return List.of("converted within the horizon, mature at step", "captured, mature at step");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        Optional<FactEvent> member = Members.captured(counts, facts, times);
        if (member.isEmpty()) {
            return;
        }
        FactEvent captured = member.get();
        long mature = resolution.up(captured.secondUp() + horizon.toSeconds());
        counts.add(CAPTURED, mature, times);
        if (facts.converted().isPresent() && captured.within(facts.converted().get(), horizon)) {
            counts.add(CONVERTED, mature, times);
        }
    }

    @Override
    public KpiResult result(Counts counts, Instant asOf) {
        long now = resolution.down(asOf);
        Counts excluded = new Counts();
        counts.excluded().forEach(excluded::exclude);
        excluded.exclude(IMMATURE, counts.total(CAPTURED, step -> step > now));
        Basis basis = Basis.of(
                counts.total(CONVERTED, step -> step <= now),
                counts.total(CAPTURED, step -> step <= now),
                excluded.excluded());
        return KpiResult.rate(definition(), basis, "no dated lead is mature");
    }
}
