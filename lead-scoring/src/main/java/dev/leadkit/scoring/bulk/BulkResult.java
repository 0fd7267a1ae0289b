package dev.leadkit.scoring.bulk;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Score;
import java.util.Optional;

/**
 * What became of one lead of a stream.
 *
 * @param <T> what the stream is made of
 */
public sealed interface BulkResult<T> {

    /**
     * What was to be scored.
     *
     * @return the element of the stream
     */
    T item();

    /**
     * The score.
     *
     * @return the score; empty where there is none
     */
    Optional<Score> score();

    /**
     * A lead that has a score.
     *
     * @param item the element of the stream
     * @param found its score; names the rules that could not be evaluated among its own faults
     * @param <T> what the stream is made of
     */
    record Scored<T>(T item, Score found) implements BulkResult<T> {

        @Override
        public Optional<Score> score() {
            return Optional.of(found);
        }
    }

    /**
     * A lead that could not be read or scored.
     *
     * @param item the element of the stream
     * @param fault what was wrong: the path tells its number in the stream, from 0, as {@code leads[17]}, the value the class
     *     of what was thrown; never its message, which may hold personal data
     * @param <T> what the stream is made of
     */
    record Failed<T>(T item, Fault fault) implements BulkResult<T> {

        @Override
        public Optional<Score> score() {
            return Optional.empty();
        }
    }
}
