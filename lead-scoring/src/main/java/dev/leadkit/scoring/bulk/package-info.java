/**
 * Scores many leads: a stream of them with bounded memory, in the caller's threads and in the order of the input; and keeps
 * scores for as long as they cannot change.
 */
@NullMarked
package dev.leadkit.scoring.bulk;

import org.jspecify.annotations.NullMarked;
