package dev.leadkit.json;

import static java.util.Objects.requireNonNull;

import dev.leadkit.capture.InputText;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Rows;
import dev.leadkit.capture.Submission;
import dev.leadkit.json.SubmissionRows.Piece;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Lines: every line is a submission, read as {@link SubmissionJson} says. Lines end with LF or CRLF; a byte
 * order mark is skipped; blank lines are too. A line that is broken, no text in UTF-8 or longer than a document may be
 * (1,048,576 characters, unless said otherwise) is refused alone, and never held if it is too long. Immutable and
 * thread-safe.
 */
public final class JsonLines {

    private static final JsonLines STANDARD = new JsonLines(SubmissionJson.standard());

    private final SubmissionJson reading;

    private JsonLines(SubmissionJson reading) {
        this.reading = reading;
    }

    /**
     * Reads lines as {@link SubmissionJson#standard} says.
     *
     * @return how to read
     */
    public static JsonLines standard() {
        return STANDARD;
    }

    /**
     * The same with another way with each line.
     *
     * @param lines how to read a line, and its limits
     * @return how to read
     */
    public JsonLines with(SubmissionJson lines) {
        return new JsonLines(requireNonNull(lines, "lines"));
    }

    /**
     * Opens a file in UTF-8.
     *
     * @param file the file
     * @param system the name of the system that it comes from, not blank
     * @param mapping its columns are JSON Pointers; without an external id, lines are known by their number:
     *     {@code row-1} is the first
     * @return the lines as submissions; close it
     * @throws IOException if the file cannot be read
     * @throws dev.leadkit.fault.RefusedException if the mapping does not fit
     */
    public Rows<Submission> open(Path file, String system, Mapping mapping) throws IOException {
        return open(InputText.open(file, StandardCharsets.UTF_8), system, mapping);
    }

    /**
     * Reads a text.
     *
     * @param text the text; it is closed with the rows, or if this throws
     * @param system the name of the system that it comes from, not blank
     * @param mapping its columns are JSON Pointers; without an external id, lines are known by their number:
     *     {@code row-1} is the first
     * @return the lines as submissions; close it
     * @throws IOException if the text cannot be read
     * @throws dev.leadkit.fault.RefusedException if the mapping does not fit
     */
    public Rows<Submission> open(Reader text, String system, Mapping mapping) throws IOException {
        return SubmissionRows.open(
                text,
                source -> new Lines(new JsonScanner(source), reading.longestDocument()),
                new SubmissionRows.Origin(reading, system, mapping));
    }

    /** Cuts a text at its line feeds; the carriage return before one is white space to JSON. */
    static final class Lines implements SubmissionRows.Pieces {

        private final JsonScanner from;
        private final int longest;
        private long number;

        Lines(JsonScanner from, int longest) {
            this.from = from;
            this.longest = longest;
        }

        @Override
        public @Nullable Piece next() throws IOException {
            while (from.peek() != JsonScanner.END) {
                number++;
                String line = line();
                Place start = new Place(number, 1);
                if (line.length() > longest) {
                    return Piece.tooLong(number, start, longest);
                }
                if (!line.isBlank()) {
                    return new Piece(number, start, line, Optional.empty());
                }
            }
            return null;
        }

        /** One line, up to one character more than the longest. */
        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = from.take(); c != JsonScanner.END && c != '\n'; c = from.take()) {
                if (line.length() <= longest) {
                    line.append((char) c);
                }
            }
            return line.toString();
        }
    }
}
