package dev.leadkit.json;

import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Rows;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.Fault;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents of one file, each of which is a submission. */
final class SubmissionRows extends Rows<Submission> {

    private final Reader text;
    private final Pieces pieces;
    private final Origin origin;

    private SubmissionRows(Reader text, Pieces pieces, Origin origin) {
        this.text = text;
        this.pieces = pieces;
        this.origin = origin;
    }

    /** A file that was cut into documents, none of which was read yet. */
    interface Pieces {
        /** The next one, or null at the end. */
        @Nullable Piece next() throws IOException;
    }

    /** The text of one document, or why there is none. */
    record Piece(long number, Place start, String text, Optional<Fault> fault) {

        static Piece tooLong(long number, Place start, int longest) {
            Fault fault = new Fault("document", "at most " + longest + " characters", "longer");
            return new Piece(number, start, "", Optional.of(fault));
        }
    }

    /** Where documents come from and how they are read. */
    record Origin(SubmissionJson reading, String system, Mapping mapping) {

        Submission submission(Piece piece) {
            return mapping.submission(
                    system, "row-" + piece.number(), reading.values(piece.text(), piece.start(), mapping));
        }
    }

    /** Begins to cut a text. */
    interface Cutting {
        Pieces of(Reader text) throws IOException;
    }

    /** Checks and begins everything; the text is closed if that fails. */
    static SubmissionRows open(Reader text, Cutting cutting, Origin origin) throws IOException {
        try {
            origin.reading().check(origin.mapping());
            return new SubmissionRows(text, cutting.of(text), origin);
        } catch (IOException | RuntimeException e) {
            try {
                text.close();
            } catch (IOException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
    }

    /** Nothing is said about such a file as a whole: it has no header. */
    @Override
    public List<Fault> warnings() {
        return List.of();
    }

    @Override
    protected Optional<Row<Submission>> read() throws IOException {
        Piece piece = pieces.next();
        return piece == null ? Optional.empty() : Optional.of(row(piece));
    }

    private Row<Submission> row(Piece piece) {
        long line = piece.start().line();
        return piece.fault().isPresent()
                ? new Row.Broken<>(piece.number(), line, List.of(piece.fault().get()))
                : Row.of(piece.number(), line, () -> origin.submission(piece));
    }

    @Override
    protected void end() throws IOException {
        text.close();
    }
}
