package dev.leadkit.capture;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Text from outside: decoded so that a reader can tell which part of it was no text in the stated encoding, and refuse
 * that part alone; never read beyond a limit. Stateless and thread-safe.
 */
public final class InputText {

    /** No text that was decoded has half a character, so that this stands for undecodable bytes and nothing else. */
    private static final String UNDECODABLE = "\uDC00";

    private static final int BUFFER = 8_192;

    private InputText() {}

    /**
     * Opens a file.
     *
     * @param file the file
     * @param encoding its encoding
     * @return its text, with half a character in the place of bytes that are not of the encoding; close it
     * @throws IOException if the file cannot be opened
     */
    public static Reader open(Path file, Charset encoding) throws IOException {
        requireNonNull(encoding, "encoding");
        return of(Files.newInputStream(file), encoding);
    }

    /**
     * The text of bytes, such as an upload.
     *
     * @param bytes the bytes; closed with the text
     * @param encoding their encoding
     * @return their text, with half a character in the place of bytes that are not of the encoding; close it
     */
    public static Reader of(InputStream bytes, Charset encoding) {
        return new InputStreamReader(
                bytes,
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(UNDECODABLE));
    }

    /**
     * Reads a text to its end, or until it is too long.
     *
     * @param from the text; not closed
     * @param longest the most characters that it may have
     * @param path what it is called in the fault
     * @param faults told if it is longer
     * @return the text; its beginning only if it is longer
     * @throws IOException if it cannot be read
     */
    public static String whole(Reader from, int longest, String path, Consumer<Fault> faults) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[BUFFER];
        for (int count = from.read(buffer); count >= 0 && text.length() <= longest; count = from.read(buffer)) {
            text.append(buffer, 0, count);
        }
        if (text.length() > longest) {
            faults.accept(new Fault(path, "at most " + longest + " characters", "longer"));
        }
        return text.toString();
    }

    /**
     * Whether a part of the text is text.
     *
     * @param part the part
     * @param path where it is
     * @return a fault if it has half characters, which stand for undecodable bytes, or NUL characters, which no text has;
     *     it does not show the part
     */
    public static Optional<Fault> fault(String part, String path) {
        if (isText(part)) {
            return Optional.empty();
        }
        String was = hasHalves(part) ? "bytes that are no text" : "text with NUL characters";
        return Optional.of(
                new Fault(path, "text in the stated encoding", was, "Perhaps the file has another encoding."));
    }

    /**
     * Whether a part of the text is text.
     *
     * @param part the part
     * @return true if {@link #fault} finds nothing
     */
    public static boolean isText(String part) {
        return part.indexOf('\0') < 0 && !hasHalves(part);
    }

    private static boolean hasHalves(String text) {
        boolean halves = false;
        for (int i = 0; !halves && i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                halves = i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                i++;
            }
        }
        return halves;
    }
}
