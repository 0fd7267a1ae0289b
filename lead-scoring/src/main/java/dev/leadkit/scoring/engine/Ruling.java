package dev.leadkit.scoring.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.scoring.model.Disqualifier;

/**
 * One disqualifier of a model and what it found in a lead.
 *
 * @param disqualifier the disqualifier
 * @param finding whether it holds, and why; its points are always zero
 */
public record Ruling(Disqualifier disqualifier, Finding finding) {

    /**
     * Makes a ruling.
     *
     * @param disqualifier the disqualifier
     * @param finding whether it holds, and why
     */
    public Ruling {
        requireNonNull(disqualifier, "disqualifier");
        requireNonNull(finding, "finding");
    }
}
