package dev.leadkit.metrics.figures;

import dev.leadkit.metrics.quality.Completeness;
import dev.leadkit.metrics.quality.Duplicates;
import dev.leadkit.metrics.quality.Neglect;
import dev.leadkit.metrics.quality.Staleness;
import dev.leadkit.metrics.quality.Validity;

/**
 * The audit of the data as of one instant. It holds lead identifiers, but no values of fields. Immutable and thread-safe.
 *
 * @param moment when and where
 * @param values what submissions and leads hold
 * @param duplicates leads that share a key
 * @param neglect open leads that are forgotten
 */
public record Audit(Figures.Moment moment, Values values, Duplicates.Shared duplicates, Neglect.Forgotten neglect) {

    /**
     * What submissions and leads hold.
     *
     * @param completeness which values are there
     * @param validity which were good when they came
     * @param staleness how old they are
     */
    public record Values(Completeness.Filled completeness, Validity.Valid validity, Staleness.Ages staleness) {}
}
