package dev.leadkit.scoring.review;

import static java.util.Objects.requireNonNull;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs a challenger beside the champion over leads of the past. Both score each lead by what was known at its moment, so that nothing
 * that was learned later helps either; where that would be nothing, because the history was imported later, a case may be cut by
 * what had occurred instead ({@link ShadowCase.Cut}). Nothing is stored. Memory grows with the number of different totals, not with
 * that of leads. One for each thread; not thread-safe.
 */
public final class Shadow {

    /** How many of the leads that move most are told. */
    public static final int MOST_MOVED = 100;

    /** How many leads with the outcome, and how many without it, a verdict needs. */
    public static final int LEAST_OUTCOMES = 20;

    private static final int RANGES = 10;

    /** The least change first; of equal changes the later lead first. */
    private static final Comparator<ShadowReport.Moved> LEAST = Comparator.<ShadowReport.Moved>comparingLong(
                    moved -> Math.abs(moved.change().units()))
            .thenComparing(ShadowReport.Moved::lead, Comparator.reverseOrder())
            .thenComparing(ShadowReport.Moved::asOf, Comparator.reverseOrder());

    private final LeadScorer champion;
    private final LeadScorer challenger;
    private final Side one = new Side();
    private final Side other = new Side();
    private final PairedAreas areas = new PairedAreas();
    private final SortedMap<String, SortedMap<String, Long>> migration = new TreeMap<>();
    private final PriorityQueue<ShadowReport.Moved> moved = new PriorityQueue<>(LEAST);
    private long leads;
    private long unknown;
    private long unknownJudged;
    private long changed;
    private long regraded;

    private Shadow(LeadScorer champion, LeadScorer challenger) {
        this.champion = requireNonNull(champion, "champion");
        this.challenger = requireNonNull(challenger, "challenger");
    }

    /** What is counted of one of the two. */
    private static final class Side {

        private final OutcomeCounts counts = new OutcomeCounts();
        private final SortedMap<String, OutcomeCounts> grades = new TreeMap<>();

        private void add(Score score, boolean positive) {
            counts.add(score.total().units(), positive);
            grades.computeIfAbsent(name(score), none -> new OutcomeCounts()).add(0, positive);
        }

        private ShadowReport.Accuracy accuracy() {
            SortedMap<String, Proportion> rates = new TreeMap<>();
            grades.forEach((grade, all) -> rates.put(
                    grade, new Proportion(all.total().positives(), all.total().total())));
            return new ShadowReport.Accuracy(
                    counts.auc(),
                    counts.auc95(),
                    counts.lift(),
                    Calibration.of(counts, RANGES),
                    Collections.unmodifiableSortedMap(rates));
        }
    }

    private static String name(Score score) {
        return score.grade().map(Grade::name).orElse("");
    }

    /**
     * Begins a comparison.
     *
     * @param champion scores leads today; what it throws goes through to the caller
     * @param challenger would like to; what it throws goes through to the caller
     * @return the comparison, without leads
     */
    public static Shadow of(LeadScorer champion, LeadScorer challenger) {
        return new Shadow(champion, challenger);
    }

    /**
     * Scores a lead by both.
     *
     * @param lead the lead at a moment; counts for the verdict if its outcome is known
     */
    public void add(ShadowCase lead) {
        LeadHistory seen = lead.seen();
        Score now = champion.score(seen, lead.asOf());
        Score then = challenger.score(seen, lead.asOf());
        leads++;
        if (lead.isUnknown()) {
            unknown++;
            unknownJudged += lead.outcome().isPresent() ? 1 : 0;
        }
        regraded += now.grade().equals(then.grade()) ? 0 : 1;
        migration.computeIfAbsent(name(now), none -> new TreeMap<>()).merge(name(then), 1L, Long::sum);
        lead.outcome().ifPresent(positive -> {
            one.add(now, positive);
            other.add(then, positive);
            areas.add(now.total().units(), then.total().units(), positive);
        });
        if (!now.total().equals(then.total())) {
            changed++;
            moved.add(new ShadowReport.Moved(lead.history().id(), lead.asOf(), now, then));
            if (moved.size() > MOST_MOVED) {
                moved.remove();
            }
        }
    }

    /**
     * What came out so far.
     *
     * @return the report; the same for the same leads in any order
     */
    public ShadowReport report() {
        List<ShadowReport.Moved> most = new ArrayList<>(moved);
        most.sort(LEAST.reversed());
        SortedMap<String, SortedMap<String, Long>> matrix = new TreeMap<>();
        migration.forEach((from, to) -> matrix.put(from, Collections.unmodifiableSortedMap(new TreeMap<>(to))));
        Optional<Interval> gain = areas.difference95();
        return new ShadowReport(
                leads,
                new ShadowReport.Unknown(unknown, unknownJudged),
                new Outcomes(areas.positives(), areas.negatives()),
                changed,
                regraded,
                Collections.unmodifiableSortedMap(matrix),
                Collections.unmodifiableList(most),
                one.accuracy(),
                other.accuracy(),
                gain,
                verdict(gain));
    }

    private ShadowReport.Verdict verdict(Optional<Interval> gain) {
        if (unknownJudged > areas.positives() + areas.negatives() - unknownJudged) {
            return ShadowReport.Verdict.MOSTLY_UNKNOWN;
        }
        if (gain.isEmpty() || Math.min(areas.positives(), areas.negatives()) < LEAST_OUTCOMES) {
            return ShadowReport.Verdict.TOO_FEW_OUTCOMES;
        }
        if (gain.get().low().signum() > 0) {
            return ShadowReport.Verdict.CHALLENGER_BETTER;
        }
        return gain.get().high().signum() < 0
                ? ShadowReport.Verdict.CHAMPION_BETTER
                : ShadowReport.Verdict.NO_DIFFERENCE_SHOWN;
    }
}
