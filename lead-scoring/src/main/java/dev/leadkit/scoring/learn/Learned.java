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
     * @return the model, without grades
     * @throws RefusedException with every one of the {@link #faults()}, if there are any
     */
    public ScoringModel model(String name, String version) {
        if (!faults.isEmpty()) {
            throw new RefusedException("learned scoring model", faults);
        }
        return new ScoringModel(
                new ModelRef(name, version, "", note(), ""),
                List.of(new Dimension(DIMENSION, rules, Limits.NONE)),
                Limits.NONE,
                List.of());
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
     * What a total of the model has meant: how many of the leads that had about so many points were won, counted on leads
     * that those points were not learned from. Greater totals never have a smaller rate.
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
