/**
 * Scoring: a {@link dev.leadkit.scoring.engine.ScoringEngine} is a compiled model that gives the total, the score with its
 * contributions, or the full explanation. Code of the host is called in one place; when it fails, it counts nothing and is
 * named among the score's faults.
 */
@NullMarked
package dev.leadkit.scoring.engine;

import org.jspecify.annotations.NullMarked;
