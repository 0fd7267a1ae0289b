package dev.leadkit.scoring.learn;

import dev.leadkit.accuracy.Proportion;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was learned: a report, and a model unless something speaks against one. Immutable and thread-safe; equal examples,
 * settings and seed give the same report and model, in whatever order the examples came.
 */
public final class Learned {

    /** The name of the dimension that the rules of a learned model are in. */
    public static final String DIMENSION = "learned";

    private static final int NOTE_DIGITS = 3;

    private final LearningReport report;
    private final List<ScoringRule> rules;
    private final List<Fault> faults;

    Learned(LearningReport report, List<ScoringRule> rules, List<Fault> faults) {
        this.report = report;
        this.rules = List.copyOf(rules);
        this.faults = List.copyOf(faults);
    }

    /**
     * How well it was learned.
     *
     * @return the report; there is one also where there is no model
     */
    public LearningReport report() {
        return report;
    }

    /**
     * Why there is no model.
     *
     * @return every reason, each with the field that it is about; empty where there is a model
     */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * What speaks against using the model, though it is one.
     *
     * @return the warnings of the report; the model's note tells them, too
     */
    public List<Fault> warnings() {
        return report.warnings();
    }

    /**
     * The model: a rule with the base points of an average lead, and a rule for each bin of each field, with the bin's
     * outcomes and lift in its note; the model's note tells how many leads it was learned from, its AUC and the warnings. It can
     * be edited like any other.
     *
     * @param name the model's name, 1 to 255 characters
     * @param version its version, 1 to 255 characters
     * @return the model, without grades: {@link #model(String, String, List)} gives it some
     * @throws RefusedException with every one of the {@link #faults()}, if there are any
     */
    public ScoringModel model(String name, String version) {
        return model(name, version, List.of());
    }

    /**
     * The model with grades by the chance to win. A lead has the best grade whose chance is not above its own
     * {@link #chance(Points)}: it is what became of such leads that counts, not what the scale of odds claims of them.
     *
     * @param name the model's name, 1 to 255 characters
     * @param version its version, 1 to 255 characters
     * @param grades the grades, best first
     * @return the model; each grade from the least points whose leads were won so often, the lowest ones without an end
     * @throws RefusedException with every one of the {@link #faults()}, if there are any; else if a chance is not from 0 to 1,
     *     no points have it, or no fewer points than the better grade's: every fault at once
     */
    public ScoringModel model(String name, String version, List<ChanceBand> grades) {
        if (!faults.isEmpty()) {
            throw new RefusedException("learned scoring model", faults);
        }
        return new ScoringModel(
                new ModelRef(name, version, "", note(), ""),
                List.of(dimension()),
                Limits.NONE,
                new ChanceGrades(report.calibration()).bands(grades));
    }

    private Dimension dimension() {
        return new Dimension(DIMENSION, rules, Limits.NONE);
    }

    private String note() {
        String auc = report.crossValidated()
                .auc()
                .decimal(NOTE_DIGITS)
                .map(BigDecimal::toPlainString)
                .orElse("not known");
        String warnings = warnings().stream().map(each -> "; WARNING " + each).collect(Collectors.joining());
        return "learned from " + report.outcomes().positives() + " won and "
                + report.outcomes().negatives() + " lost leads, cross-validated AUC " + auc + warnings;
    }

    /**
     * What the totals of a model mean, to be kept beside it: other nodes, and this one after a restart, have no {@code Learned}.
     *
     * @param model a model that {@link #model(String, String, List)} gave, under whatever name, with whatever grades
     * @return its calibration
     * @throws IllegalArgumentException if its totals are not those that were calibrated, because rules, limits or forced totals
     *     were edited: count the outcomes of its scores and make a {@link ScoreCalibration} of them
     */
    public ScoreCalibration calibration(ScoringModel model) {
        boolean isForced = model.grading().disqualifiers().stream()
                .anyMatch(each -> each.verdict().total().isPresent());
        if (!model.dimensions().equals(List.of(dimension())) || !model.limits().equals(Limits.NONE) || isForced) {
            throw new IllegalArgumentException(
                    "model must have the rules that were learned and nothing else that changes totals, was " + model);
        }
        return new ScoreCalibration(model.ref(), report.calibration());
    }

    /**
     * What a total of the model has meant: how many of the leads that had about so many points were won, counted on leads
     * that those points were not learned from. Greater totals never have a smaller rate.
     * {@link #calibration} keeps it for other processes.
     *
     * @param total a total that the model gave
     * @return won of all; its rate is the calibrated probability, {@link Proportion#wilson95()} its interval; empty where
     *     there was nothing to validate
     */
    public Optional<Proportion> chance(Points total) {
        return report.calibration().at(total.units());
    }

    @Override
    public String toString() {
        return "Learned[" + rules.size() + " rules, " + faults.size() + " faults, "
                + warnings().size() + " warnings]";
    }
}
