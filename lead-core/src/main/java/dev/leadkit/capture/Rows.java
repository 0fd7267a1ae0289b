package dev.leadkit.capture;

import dev.leadkit.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The rows of a file, one after the other: only one is held at a time, and a broken one never ends the reading. CSV, JSON
 * Lines and lists in JSON come as this; a host that reads another kind of file extends it. Not thread-safe; close it
 * after use.
 *
 * @param <T> what rows are read as
 */
public abstract class Rows<T> implements Iterator<Row<T>>, AutoCloseable {

    private Optional<Row<T>> ahead = Optional.empty();
    private boolean ended;

    /** Makes rows of which none was read. */
    protected Rows() {}

    /**
     * Reads one row more. It is not called again after the end.
     *
     * @return the row, or empty at the end
     * @throws IOException if the file cannot be read on
     */
    protected abstract Optional<Row<T>> read() throws IOException;

    /**
     * Closes what is read from.
     *
     * @throws IOException if that fails
     */
    protected abstract void end() throws IOException;

    /**
     * What is to be said about the file as a whole, beside what is wrong with single rows.
     *
     * @return the warnings, empty if there are none
     */
    public abstract List<Fault> warnings();

    /**
     * Whether there is another row.
     *
     * @return true if {@link #next} will give one
     * @throws UncheckedIOException if the file cannot be read on
     */
    @Override
    public final boolean hasNext() {
        if (ahead.isEmpty() && !ended) {
            try {
                ahead = read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ended = ahead.isEmpty();
        }
        return ahead.isPresent();
    }

    @Override
    public final Row<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further row");
        }
        Row<T> row = ahead.orElseThrow();
        ahead = Optional.empty();
        return row;
    }

    /**
     * The remaining rows as a stream; closing the stream closes this.
     *
     * @return a sequential stream, to be used once and closed
     */
    public final Stream<Row<T>> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
                .onClose(this::close);
    }

    /**
     * Closes what is read from.
     *
     * @throws UncheckedIOException if that fails
     */
    @Override
    public final void close() {
        try {
            end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
