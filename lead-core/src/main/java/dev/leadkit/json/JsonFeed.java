package dev.leadkit.json;

import static java.util.Objects.requireNonNull;

import dev.leadkit.capture.InputText;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Rows;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads a document that has submissions in a list, such as <code>{"leads": [...]}</code> with the list at {@code /leads}:
 * the feed of a partner, however long. One element is held at a time, and each is read as {@link SubmissionJson} says; one that
 * is broken, or longer than a document may be, is refused alone. A quote that does not close is taken to end with its
 * line; if the text has no lines, it takes what follows with it, up to the end of the list, and that is one broken row. A
 * closing bracket that closes nothing in its element ends the list.
 *
 * <p>A text that ends early, or goes on behind its end, or has the list twice, has one broken row more, the last, which
 * says so: half a feed never passes for a whole one. Immutable and thread-safe.
 */
public final class JsonFeed {

    private final String pointer;
    private final SubmissionJson reading;

    private JsonFeed(String pointer, SubmissionJson reading) {
        this.pointer = pointer;
        this.reading = reading;
    }

    /**
     * Reads the list at a place, its elements as {@link SubmissionJson#standard} says.
     *
     * @param pointer a JSON Pointer such as {@code /leads}; the empty text if the document itself is the list
     * @return how to read
     */
    public static JsonFeed at(String pointer) {
        if (!Pointer.isPointer(pointer)) {
            throw new IllegalArgumentException("pointer must be a JSON Pointer such as \"/leads\", was another text");
        }
        return new JsonFeed(pointer, SubmissionJson.standard());
    }

    /**
     * The same with another way with each element.
     *
     * @param elements how to read an element, and its limits
     * @return how to read
     */
    public JsonFeed with(SubmissionJson elements) {
        return new JsonFeed(pointer, requireNonNull(elements, "elements"));
    }

    /**
     * Opens a file in UTF-8 and goes to the list.
     *
     * @param file the file
     * @param system the name of the system that it comes from, not blank
     * @param mapping its columns are JSON Pointers from an element down; without an external id, elements are known by
     *     their position: {@code row-1} is the first
     * @return the elements as submissions; close it
     * @throws IOException if the file cannot be read
     * @throws RefusedException if there is no list at the pointer, or the mapping does not fit
     */
    public Rows<Submission> open(Path file, String system, Mapping mapping) throws IOException {
        return open(InputText.open(file, StandardCharsets.UTF_8), system, mapping);
    }

    /**
     * Goes to the list in a text.
     *
     * @param text the text; it is closed with the rows, or if this throws
     * @param system the name of the system that it comes from, not blank
     * @param mapping its columns are JSON Pointers from an element down; without an external id, elements are known by
     *     their position: {@code row-1} is the first
     * @return the elements as submissions; close it
     * @throws IOException if the text cannot be read
     * @throws RefusedException if there is no list at the pointer, or the mapping does not fit
     */
    public Rows<Submission> open(Reader text, String system, Mapping mapping) throws IOException {
        return SubmissionRows.open(
                text,
                source -> JsonElements.at(pointer, source, reading.longestDocument()),
                new SubmissionRows.Origin(reading, system, mapping));
    }
}
