/**
 * A scorecard learned from leads whose outcome is known: start with {@link dev.leadkit.scoring.learn.ScorecardLearner}.
 * What comes out is an ordinary scoring model that people can read and edit, with a report on how well it tells winners
 * from losers, and the reasons where it must not be used.
 */
@NullMarked
package dev.leadkit.scoring.learn;

import org.jspecify.annotations.NullMarked;
