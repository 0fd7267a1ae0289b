/**
 * A scoring model as data: dimensions of rules, with points, windows, half-lives, caps, floors and grade bands. A
 * {@link dev.leadkit.scoring.model.ScoringModel} that exists is right: everything wrong with one is reported at once, and
 * the model is not built. Host code joins in as a {@link dev.leadkit.scoring.model.Rule} of a registry, or replaces the
 * whole model as a {@link dev.leadkit.scoring.model.ScoringStrategy}.
 */
@NullMarked
package dev.leadkit.scoring.model;

import org.jspecify.annotations.NullMarked;
