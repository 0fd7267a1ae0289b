package dev.leadkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Faults;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Quantile;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Instant;
import java.util.List;

/**
 * {@code lead.conversion.eventual}: the share of leads that is converted within so many days of its capture, that day included, told
 * from all leads, the young ones too: the cumulative incidence after Aalen and Johansen. An open lead counts for as long as it has been
 * observed; a lost one stays lost. Taking losses for "not yet" would come out far too high, and taking open leads for losses too low.
 * A lead that was converted counts as converted, whatever came later.
 *
 * <p>Times are kept in days of 24 hours, parts of a second cut off; what ends on a day comes before what is open since that day: an
 * open lead is at risk for the whole of its last day, so that the share is low by what half a day tells where most leads are a few days
 * old. Since when a lead is open is rounded down to the resolution, and the as-of instant up. The value is not the quotient of its basis: the numerator is how many were converted by then, the denominator how many leads are
 * observed. Beyond the last day at which enough leads are at risk it is undefined, and {@link Curve#lastDay()} says which that is.
 * Undated leads, and leads converted or lost before their capture, are left out and counted. What has happened counts as it is in the
 * facts; only open leads are judged by the as-of instant.
 *
 * @param horizon how many days a conversion may take, from 1 to 36,500
 * @param fewest how many leads must be at risk for a day to be told, at least 1; where no lead is open before a day, it is told anyway
 * @param resolution how finely is kept since when leads are open
 */
public record EventualConversion(int horizon, int fewest, Resolution resolution)
        implements LeadKpi<EventualConversion.Eventual> {

    /** How many leads must usually be at risk. */
    public static final int USUAL_FEWEST = 10;

    private static final int MOST_DAYS = 36_500;
    private static final int HALF = 50;

    /**
     * Checks the parameters.
     *
     * @param horizon how many days a conversion may take
     * @param fewest how many leads must be at risk
     * @param resolution how finely is kept since when leads are open
     * @throws dev.leadkit.fault.RefusedException if a parameter is out of range; with all faults
     */
    public EventualConversion {
        requireNonNull(resolution, "resolution");
        Faults faults = new Faults();
        if (horizon < 1 || horizon > MOST_DAYS) {
            faults.add("horizon", "from 1 to " + MOST_DAYS + " days", Integer.toString(horizon));
        }
        Observed.check(fewest, faults);
        faults.refuseIfAny("lead.conversion.eventual");
    }

    /**
     * With {@link #USUAL_FEWEST} leads at risk and open leads kept by the day: exact at every midnight of UTC.
     *
     * @param horizon how many days a conversion may take, from 1 to 36,500
     */
    public EventualConversion(int horizon) {
        this(horizon, USUAL_FEWEST, Resolution.DAY);
    }

    /**
     * The result.
     *
     * @param share the share converted by the end of the horizon, with its 95 % interval
     * @param median by which day half of <em>all</em> leads are converted; undefined as "not reached" where fewer than half ever are.
     *     The median of the converted ones alone is {@code lead.cycle}
     * @param curve the share converted by each day
     */
    public record Eventual(KpiResult share, KpiResult median, Curve curve) {}

    @Override
    public Definition definition() {
        return new Definition(
                "lead.conversion.eventual/1?days=" + horizon + parameters(),
                TimeBasis.COHORT,
                "The share of leads converted within the days after their capture, after Aalen and Johansen: open leads count as"
                        + " long as they were observed, lost ones never convert; undated leads and those with an outcome"
                        + " before their capture are left out.");
    }

    private String parameters() {
        return "&fewest=" + fewest + "&resolution=" + resolution;
    }

    private Definition median() {
        return new Definition(
                "lead.conversion.eventual.p50/1?" + parameters().substring(1),
                TimeBasis.COHORT,
                Quantile.rule(HALF)
                        + " of the days from capture to conversion of all leads, those never converted too.");
    }

    @Override
    public List<String> parts() {
        return List.of("converted on day", "lost on day", "open, captured at step");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
            return;
        }
        FactEvent captured = facts.captured().get();
        if (facts.converted().isPresent()) {
            ended(
                    counts,
                    Observed.EVENTS,
                    Observed.day(captured, facts.converted().get()),
                    times);
        } else if (facts.lost().isPresent()) {
            ended(counts, Observed.OTHERS, Observed.day(captured, facts.lost().get()), times);
        } else {
            counts.add(Observed.OPEN, resolution.down(captured.second()), times);
        }
    }

    private static void ended(Counts counts, int part, long day, long times) {
        if (day < 0) {
            counts.exclude(part == Observed.EVENTS ? "converted before the capture" : "lost before the capture", times);
        } else {
            counts.add(part, day, times);
        }
    }

    @Override
    public Eventual result(Counts counts, Instant asOf) {
        Observed observed = new Observed(counts, asOf, resolution, fewest);
        return new Eventual(
                observed.incidence(definition(), horizon), observed.quantile(median(), HALF), observed.curve());
    }
}
