package dev.leadkit.scoring.learn;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.Measure;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.scoring.model.ScoringRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Learns a scorecard from leads whose outcome is known: values are put into bins, a logistic regression says what each
 * bin is worth, and points say it on a declared scale of odds. The result is an ordinary scoring model, with a report, or
 * every reason why there is none: too few outcomes, no better than chance, a field that knows the outcome.
 *
 * <p>The same examples, settings and seed give the same bits on every machine, in whatever order the examples come. Keeps
 * a few bytes for each example and field, not the examples. Immutable and thread-safe.
 *
 * <pre>{@code
 * Learned learned = ScorecardLearner.builder()
 *     .fields(catalog)
 *     .monotone("visits", Trend.RISING)
 *     .build()
 *     .learn(histories.flatMap(history -> Example.of(history, decision(history)).stream()));
 * String report = learned.report().text();
 * ScoringModel model = learned.model("learned", "1");
 * }</pre>
 */
public final class ScorecardLearner {

    private static final BigDecimal SURE = new BigDecimal("2.576");
    private static final BigDecimal CHANCE = new BigDecimal("0.5");
    private static final int BANDS = 20;
    private static final int MOST_BINS = 2_000;
    private static final int AUC_DIGITS = 3;
    private static final Fault TOO_MANY = new Fault(
            "fields",
            "of at most " + MOST_BINS + " bins together",
            "more",
            "Learn from fewer fields, or ask for more leads in each bin.");

    private final List<Supplier<Column>> traits;
    private final Settings settings;

    ScorecardLearner(List<Supplier<Column>> traits, Settings settings) {
        this.traits = List.copyOf(traits);
        this.settings = settings;
    }

    /**
     * Starts a learner.
     *
     * @return a builder without fields
     */
    public static ScorecardLearnerBuilder builder() {
        return new ScorecardLearnerBuilder();
    }

    /**
     * Learns. Never refuses for what the examples are like: {@link Learned#faults()} tells it.
     *
     * @param examples the examples, in any order; read once, closed by the caller
     * @return what was learned
     */
    public Learned learn(Stream<Example> examples) {
        Intake intake = new Intake(traits.stream().map(Supplier::get).toList());
        examples.forEachOrdered(intake::add);
        Table table = intake.table(settings.seed());
        int wins = table.wins(table.all());
        Outcomes outcomes = new Outcomes(wins, table.rows() - wins);
        List<Bins> bins = new Binner(settings.leastBin()).bins(table, table.all());
        boolean isSmall = bins.stream().mapToInt(Bins::size).sum() <= MOST_BINS;
        Trial trial = isSmall ? crossValidated(table, outcomes) : new Trial(table, settings);
        LeakGuard guard = new LeakGuard(settings, intake.setLate());
        LearningReport report = new LearningReport(
                outcomes,
                trial.validation(),
                isSmall ? Timeline.later(table, settings) : Optional.empty(),
                Calibration.of(trial.points(), BANDS),
                fields(bins, outcomes, trial, guard));
        Faults faults = new Faults();
        checkCount("won", outcomes.positives(), faults);
        checkCount("lost", outcomes.negatives(), faults);
        if (faults.isEmpty()) {
            (isSmall ? againstChance(trial.points()) : Optional.of(TOO_MANY)).ifPresent(faults);
        }
        if (settings.requireLater()) {
            report.warnings().forEach(faults);
        }
        report.signs().stream()
                .flatMap(sign -> guard.against(sign).stream())
                .map(LeakSign::fault)
                .forEach(faults);
        return new Learned(report, faults.isEmpty() ? rules(table, bins, outcomes) : List.of(), faults.list());
    }

    /** Nothing is tried where a fold could be without a winner or a loser. */
    private Trial crossValidated(Table table, Outcomes outcomes) {
        Trial trial = new Trial(table, settings);
        int folds = settings.folds();
        if (Math.min(outcomes.positives(), outcomes.negatives()) >= folds) {
            int[] fold = Folds.of(table, folds);
            for (int each = 0; each < folds; each++) {
                trial.run(Folds.rows(fold, each, false), Folds.rows(fold, each, true));
            }
        }
        return trial;
    }

    private List<ScoringRule> rules(Table table, List<Bins> bins, Outcomes outcomes) {
        return new RuleWriter(Scorecard.fit(table, bins, settings, table.all()), outcomes).rules();
    }

    private List<FieldReport> fields(List<Bins> bins, Outcomes outcomes, Trial trial, LeakGuard guard) {
        List<FieldReport> fields = new ArrayList<>();
        for (int column = 0; column < bins.size(); column++) {
            Proportion winners = trial.filledOf(column, true, outcomes.positives());
            Proportion losers = trial.filledOf(column, false, outcomes.negatives());
            String name = bins.get(column).column().name();
            OutcomeCounts alone = trial.alone(column);
            fields.add(new FieldReport(
                    name,
                    bins.get(column).counting(settings.leastBin()),
                    winners,
                    losers,
                    alone.auc(),
                    alone.auc95(),
                    trial.filled(column).auc(),
                    LeakGuard.informationValue(bins.get(column), winners, losers),
                    guard.signs(name, trial, column, winners, losers)));
        }
        return fields;
    }

    private void checkCount(String side, long count, Faults faults) {
        if (count < settings.leastOutcomes()) {
            faults.accept(new Fault(
                    "outcomes." + side,
                    "at least " + settings.leastOutcomes() + " leads",
                    count + " leads",
                    "Points learned from fewer would be those of chance."));
        }
    }

    private static Optional<Fault> againstChance(OutcomeCounts points) {
        Measure auc = points.auc();
        Optional<BigDecimal> low = auc.decimal(AUC_DIGITS * 2)
                .flatMap(area -> points.aucError().map(error -> area.subtract(error.multiply(SURE))));
        return low.filter(least -> least.compareTo(CHANCE) > 0).isPresent()
                ? Optional.empty()
                : Optional.of(new Fault(
                        "auc",
                        "better than chance with 99 % confidence",
                        auc.decimal(AUC_DIGITS).map(BigDecimal::toPlainString).orElse("not known"),
                        "These fields say nothing about the outcome, or there are too few leads to see it."));
    }
}
