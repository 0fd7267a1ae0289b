package dev.leadkit.capture;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import java.util.List;
import java.util.function.Supplier;

/**
 * What became of one row of a file. Immutable.
 *
 * @param <T> what rows are read as
 */
public sealed interface Row<T> {

    /**
     * Reads a row, or says why it is refused.
     *
     * @param number which row it is
     * @param line in which line it begins
     * @param content makes the content, or refuses it; any other exception is thrown on
     * @param <T> what rows are read as
     * @return the row, broken if it was refused
     */
    static <T> Row<T> of(long number, long line, Supplier<T> content) {
        try {
            return new Read<>(number, line, content.get());
        } catch (RefusedException e) {
            return new Broken<>(number, line, e.faults());
        }
    }

    /**
     * Which row it is. Of CSV, as a spreadsheet counts: the header is row 1 if nothing is before it, empty lines count, line
     * breaks within quotes do not. Of JSON Lines, the line. Of a list in JSON, which element it is.
     *
     * @return from 1 up
     */
    long number();

    /**
     * In which line of the file it begins, as a text editor counts.
     *
     * @return from 1 up
     */
    long line();

    /**
     * A row that could be read.
     *
     * @param number which row it is
     * @param line in which line it begins
     * @param content what was read
     * @param <T> what rows are read as
     */
    record Read<T>(long number, long line, T content) implements Row<T> {

        /**
         * Makes the row.
         *
         * @param number which row it is
         * @param line in which line it begins
         * @param content what was read
         */
        public Read {
            requireNonNull(content, "content");
        }

        @Override
        public String toString() {
            return "Read[row " + number + "]";
        }
    }

    /**
     * A row that is refused.
     *
     * @param number which row it is
     * @param line in which line it begins
     * @param faults why; at least one; none shows what was in the row
     * @param <T> what rows are read as
     */
    record Broken<T>(long number, long line, List<Fault> faults) implements Row<T> {

        /**
         * Makes the row.
         *
         * @param number which row it is
         * @param line in which line it begins
         * @param faults why; at least one
         */
        public Broken {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("faults must be at least one, was none");
            }
        }
    }
}
