package dev.leadkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Rows;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Sees to it that what was in a cell is told to nobody. */
final class Silent {

    private static final int MOST_ROWS = 100_000;

    private Silent() {}

    static void faults(List<Fault> faults) {
        faults.forEach(fault -> text(fault.toString()));
    }

    /** Asked for every row of every text, so without the machinery of assertions unless it fails. */
    private static void text(String told) {
        if (told.contains(Corpus.SECRET)) {
            assertThat(told).doesNotContain(Corpus.SECRET);
        }
    }

    /** Refusals are declared; neither they nor what caused them may tell. */
    static void refusal(RefusedException refused) {
        assertThat(refused.faults()).isNotEmpty();
        faults(refused.faults());
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            text(String.valueOf(cause.getMessage()));
        }
    }

    static void refusals(Runnable reading) {
        try {
            reading.run();
        } catch (RefusedException e) {
            refusal(e);
        }
    }

    static <T> T orNull(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RefusedException e) {
            refusal(e);
            return null;
        }
    }

    static void mapped(Mapping mapping, Submission submission) {
        Mapped mapped = mapping.map(submission);
        faults(mapped.errors());
        faults(mapped.warnings());
        text(mapped.toString());
    }

    /** Rows are opened from a text. */
    interface Opening<T> {
        Rows<T> open(Reader text) throws IOException;
    }

    /** Reads a text to its end, and once more a character at a time: what is read must not hang on how it comes. */
    static <T> List<Row<T>> rows(String text, Opening<T> opening) throws IOException {
        List<Row<T>> rows = read(new StringReader(text), opening);
        assertThat(read(new Dripping(text), opening)).isEqualTo(rows);
        long line = 0;
        long number = 0;
        for (Row<T> row : rows) {
            if (row.number() <= number || row.line() < line) {
                throw new AssertionError("rows must go on, was " + row + " after row " + number);
            }
            number = row.number();
            line = row.line();
        }
        return rows;
    }

    private static <T> List<Row<T>> read(Reader text, Opening<T> opening) throws IOException {
        List<Row<T>> read = new ArrayList<>();
        try (Rows<T> rows = opening.open(text)) {
            faults(rows.warnings());
            while (rows.hasNext()) {
                Row<T> row = rows.next();
                if (row instanceof Row.Broken<T> broken) {
                    faults(broken.faults());
                }
                text(row.toString());
                read.add(row);
                if (read.size() > MOST_ROWS) {
                    throw new AssertionError("rows must end, were " + MOST_ROWS);
                }
            }
        } catch (RefusedException e) {
            refusal(e);
        }
        return read;
    }

    /** Gives one character at a time. */
    private static final class Dripping extends StringReader {

        Dripping(String text) {
            super(text);
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            return super.read(buffer, from, Math.min(1, length));
        }
    }
}
