package dev.leadkit.scoring.release;

import static java.util.Objects.requireNonNull;

import dev.leadkit.scoring.model.ScoringModel;

/**
 * A version of a model and what it is used for.
 *
 * @param model the version
 * @param phase what it is used for
 */
public record Release(ScoringModel model, Phase phase) {

    /**
     * Makes a release.
     *
     * @param model the version
     * @param phase what it is used for
     */
    public Release {
        requireNonNull(model, "model");
        requireNonNull(phase, "phase");
    }
}
