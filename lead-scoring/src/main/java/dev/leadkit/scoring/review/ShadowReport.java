package dev.leadkit.scoring.review;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Measure;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a challenger would change, and whether it is better. Immutable.
 *
 * @param leads how many leads were scored by both
 * @param unknown how many leads were scored as leads without events, because nothing was known of them yet
 * @param outcomes how many leads had the outcome and how many had not: those that the comparison rests on
 * @param changed how many leads have another total
 * @param regraded how many leads have another grade
 * @param migration how many leads go from which grade of the champion to which grade of the challenger, in order of the names; leads that stay are
 *     among them; the name is empty where there is no grade
 * @param moved the leads whose total changes most, the greatest change first, at most {@value Shadow#MOST_MOVED}
 * @param champion how well the champion tells outcomes apart
 * @param challenger how well the challenger does
 * @param gain the 95 % interval of the challenger's area under the ROC curve minus the champion's; empty with fewer than two
 *     leads of either outcome
 * @param verdict what follows from that
 */
public record ShadowReport(
        long leads,
        Unknown unknown,
        Outcomes outcomes,
        long changed,
        long regraded,
        SortedMap<String, SortedMap<String, Long>> migration,
        List<Moved> moved,
        Accuracy champion,
        Accuracy challenger,
        Optional<Interval> gain,
        Verdict verdict) {

    /** What to make of a challenger. */
    public enum Verdict {
        /** The whole interval of the gain lies above 0. */
        CHALLENGER_BETTER,
        /** The whole interval of the gain lies below 0. */
        CHAMPION_BETTER,
        /** The interval holds 0: there may be a difference, these leads do not show it. */
        NO_DIFFERENCE_SHOWN,
        /** There are fewer than {@value Shadow#LEAST_OUTCOMES} leads with the outcome or without it. */
        TOO_FEW_OUTCOMES,
        /**
         * Nothing was known yet of more than half of the leads whose outcome is known, though something had occurred: their
         * history was recorded later, such as by an import. Both scored them as leads without events, which says nothing of
         * either. {@link ShadowCase#byOccurrence()} goes by what had occurred.
         */
        MOSTLY_UNKNOWN
    }

    /**
     * Leads of which nothing was known yet at their moment, though something had occurred by then.
     *
     * @param leads how many there are
     * @param judged how many of them have a known outcome
     */
    public record Unknown(long leads, long judged) {}

    /**
     * A lead that has another total.
     *
     * @param lead which lead
     * @param asOf the moment
     * @param champion its score now
     * @param challenger its score by the challenger
     */
    public record Moved(LeadId lead, Instant asOf, Score champion, Score challenger) {

        /**
         * How far it moved.
         *
         * @return the challenger's total minus the champion's
         */
        public Points change() {
            return challenger.total().minus(champion.total());
        }
    }

    /**
     * How well a score tells outcomes apart.
     *
     * @param auc the area under the ROC curve
     * @param auc95 its 95 % interval; empty with fewer than two leads of either outcome
     * @param lift how much richer the best tenth is
     * @param calibration how many of those with a total had the outcome, in at most ten ranges of totals in thousandths of a point
     * @param grades how many of those with a grade had the outcome; the name is empty where there is no grade
     */
    public record Accuracy(
            Measure auc,
            Optional<Interval> auc95,
            Measure lift,
            Calibration calibration,
            Map<String, Proportion> grades) {}

    /**
     * The report for people, in plain text; of the leads that move most the first 10.
     *
     * @return lines that end with a line break
     */
    public String text() {
        return new ShadowText(this).text();
    }

    /**
     * Which grades leads go to.
     *
     * @return a heat map as one SVG element: a row for each grade of the champion, a column for each of the challenger, the
     *     share of the row in each cell; of more than 20 grades those of fewest leads share one row or column
     */
    public String migrationChart() {
        return new ShadowCharts(this).migration();
    }

    /**
     * What the totals of both meant.
     *
     * @return a bar for each range of totals as one SVG element, those of the champion first: how many had the outcome
     */
    public String calibrationChart() {
        return new ShadowCharts(this).calibration();
    }
}
