/**
 * What to make of a score: {@link dev.leadkit.scoring.explain.Sentences} say it in plain words of any language,
 * {@link dev.leadkit.scoring.explain.ScoreChart} draws it, {@link dev.leadkit.scoring.explain.SmallestChange} finds the
 * shortest way to the next grade, and {@link dev.leadkit.scoring.explain.ScoreDiff} tells why it is another one than last week.
 */
@NullMarked
package dev.leadkit.scoring.explain;

import org.jspecify.annotations.NullMarked;
