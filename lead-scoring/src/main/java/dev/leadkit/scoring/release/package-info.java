/**
 * The life of a model: {@link dev.leadkit.scoring.release.ScoringModels} knows every version and what it is used for (draft,
 * shadow, active, retired), {@link dev.leadkit.scoring.release.LiveScorer} scores with the active one and takes the next one
 * while it runs.
 */
@NullMarked
package dev.leadkit.scoring.release;

import org.jspecify.annotations.NullMarked;
