/**
 * The life of a model: {@link dev.leadkit.scoring.release.ScoringModels} knows every version and what it is used for (draft,
 * shadow, active, retired), {@link dev.leadkit.scoring.release.LiveScorer} scores with the active one, takes the next one
 * while it runs, and has the shadows beside it.
 */
@NullMarked
package dev.leadkit.scoring.release;

import org.jspecify.annotations.NullMarked;
