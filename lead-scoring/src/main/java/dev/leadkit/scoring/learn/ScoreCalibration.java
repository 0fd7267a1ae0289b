package dev.leadkit.scoring.learn;

import static java.util.Objects.requireNonNull;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Score;
import java.util.Optional;

/**
 * What the totals of one version of one model have meant: the calibrated probability beside the points, on every node and
 * after every restart. {@code ScoreCalibrationJson} writes it. Immutable and thread-safe.
 *
 * @param model which version: its name, version and hash; author and note are left out
 * @param calibration what totals meant, in thousandths of a point
 */
public record ScoreCalibration(ModelRef model, Calibration calibration) {

    /**
     * Makes a calibration of a version: after {@link Learned}, or by a host that counted the outcomes of scores itself.
     *
     * @param model which version
     * @param calibration what totals meant, in thousandths of a point
     */
    public ScoreCalibration {
        requireNonNull(calibration, "calibration");
        model = identity(model);
    }

    private static ModelRef identity(ModelRef of) {
        return new ModelRef(of.name(), of.version(), "", "", of.hash());
    }

    /**
     * Whether a score is of exactly this version.
     *
     * @param score the score
     * @return true if name, version and hash of its model are these
     */
    public boolean isOf(Score score) {
        return identity(score.model()).equals(model);
    }

    /**
     * What a score has meant: how many of the leads that had about so many points were won, counted on leads that those points
     * were not learned from. Greater totals never have a smaller rate.
     *
     * @param score a score of exactly this version
     * @return won of all; its rate is the calibrated probability, {@link Proportion#wilson95()} its interval; empty where
     *     nothing was counted
     * @throws IllegalArgumentException if the score is of another model or version: its points mean something else
     */
    public Optional<Proportion> chance(Score score) {
        if (!isOf(score)) {
            throw new IllegalArgumentException("score must be of " + words(model) + ", was of " + words(score.model()));
        }
        return calibration.at(score.total().units());
    }

    private static String words(ModelRef model) {
        return model + (model.hash().isEmpty() ? " without a hash" : " with the hash " + model.hash());
    }
}
