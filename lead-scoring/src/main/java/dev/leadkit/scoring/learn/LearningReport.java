package dev.leadkit.scoring.learn;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.fault.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How well a scorecard was learned. Immutable and thread-safe; equal examples, settings and seed give an equal report.
 *
 * @param outcomes how many leads were learned from
 * @param crossValidated how well it does on leads like these: the leads are dealt into folds, and each fold is scored by
 *     what was learned from the others
 * @param later how well it does on leads to come: learned from the earliest two thirds, tested on the rest; empty where the
 *     decisions cannot be parted in time, or one part has no winners or no losers
 * @param calibration what totals meant, in thousandths of a point: from the cross-validated scores; without ranges where
 *     there was nothing to validate
 * @param fields what each field alone says, in the order in which the learner was given them
 */
public record LearningReport(
        Outcomes outcomes,
        Validation crossValidated,
        Optional<Validation> later,
        Calibration calibration,
        List<FieldReport> fields) {

    private static final BigDecimal CHANCE = new BigDecimal("0.5");
    private static final Fault UNTESTED = new Fault(
            "later",
            "tested on later leads",
            "not tested",
            "The decisions cannot be parted in time with winners and losers on both sides.");

    /**
     * Keeps a copy of the fields.
     *
     * @param outcomes how many leads were learned from
     * @param crossValidated how well it does on leads like these
     * @param later how well it does on leads to come
     * @param calibration what totals meant
     * @param fields what each field alone says
     */
    public LearningReport {
        fields = List.copyOf(fields);
    }

    /**
     * Everything that gives a field away as a leak, whether the caller insists on it or not.
     *
     * @return the signs of all fields, in the fields' order
     */
    public List<LeakSign> signs() {
        return fields.stream().flatMap(field -> field.signs().stream()).toList();
    }

    /**
     * What speaks against using a model that is otherwise sound: nothing shows that it helps with leads to come.
     *
     * @return {@code later.auc} where the later third is not shown to be better than chance, its 95 % interval reaching 0.5;
     *     {@code later} where nothing could be tested in time; empty where all is well
     */
    public List<Fault> warnings() {
        return later.map(LearningReport::laterWarnings).orElse(List.of(UNTESTED));
    }

    private static List<Fault> laterWarnings(Validation later) {
        boolean better = later.auc95()
                .filter(interval -> interval.low().compareTo(CHANCE) > 0)
                .isPresent();
        return better
                ? List.of()
                : List.of(
                        new Fault(
                                "later.auc",
                                "better than chance with 95 % confidence",
                                ReportText.area(later),
                                "Nothing shows that what earlier leads taught is true of later ones: learn from newer leads, or fields that last."));
    }

    /**
     * The report for people, in plain text.
     *
     * @return lines that end with a line break; the warnings stand above all else
     */
    public String text() {
        return new ReportText(this).text();
    }

    /**
     * The scores of winners beside those of losers.
     *
     * @return a histogram of the cross-validated probabilities as one SVG element
     */
    public String scoreChart() {
        return new ReportCharts(crossValidated).scores();
    }

    /**
     * What was foretold beside what came.
     *
     * @return a bar for each tenth of the leads as one SVG element
     */
    public String calibrationChart() {
        return new ReportCharts(crossValidated).calibration();
    }
}
