package dev.leadkit.json;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.json.SubmissionRows.Piece;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts the list at a pointer into its elements, each of which is held alone, and sees to it that the text ends well. */
final class JsonElements implements SubmissionRows.Pieces {

    private static final int LONGEST_NAME = 50_000;

    private final JsonScanner from;
    private final int longest;
    private final Deque<Level> above = new ArrayDeque<>();
    private boolean first = true;
    private boolean ended;
    private long number;

    /** What holds the list: an object or a list, and the name of the member that leads to it. */
    private record Level(char close, String name) {}

    /** A text that is no JSON, so that nothing behind it can be found. */
    private static final class NoJson extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Fault fault;

        NoJson(Fault fault) {
            super("no JSON", null, false, false);
            this.fault = fault;
        }
    }

    private JsonElements(Reader text, int longest) {
        this.from = new JsonScanner(text);
        this.longest = longest;
    }

    /**
     * Goes to the first element.
     *
     * @throws RefusedException if there is no list at the pointer
     */
    static JsonElements at(String pointer, Reader text, int longest) throws IOException {
        JsonElements elements = new JsonElements(text, longest);
        try {
            elements.enter(pointer);
        } catch (NoJson e) {
            throw new RefusedException("document", List.of(e.fault));
        }
        return elements;
    }

    private void enter(String pointer) throws IOException, NoJson {
        String place = "";
        for (String name : Pointer.names(pointer)) {
            boolean found = switch (from.next()) {
                case '{' -> seekMember(name);
                case '[' -> seekElement(name);
                default -> throw expected(Pointer.shown(place), "an object with the list in it");
            };
            place = Pointer.below(place, name);
            if (!found) {
                throw new NoJson(new Fault(Pointer.shown(place), "there", ""));
            }
        }
        if (!from.takes('[')) {
            throw expected(pointer.isEmpty() ? "document" : Pointer.shown(place), "a list");
        }
    }

    private NoJson expected(String path, String rule) throws IOException {
        return new NoJson(new Fault(path, rule, from.peek() == JsonScanner.END ? "" : "another value"));
    }

    private boolean seekMember(String name) throws IOException, NoJson {
        from.take();
        above.push(new Level('}', name));
        if (from.takes('}')) {
            return false;
        }
        while (!member().equals(name)) {
            skip();
            if (!isMore('}')) {
                return false;
            }
        }
        return true;
    }

    private boolean seekElement(String index) throws IOException, NoJson {
        from.take();
        above.push(new Level(']', index));
        for (int i = 0; from.next() != ']'; i++) {
            if (index.equals(Integer.toString(i))) {
                return true;
            }
            skip();
            if (!isMore(']')) {
                return false;
            }
        }
        return false;
    }

    /** The name of a member, behind its colon. */
    private String member() throws IOException, NoJson {
        if (from.next() != '"') {
            throw wrong("a name in double quotes");
        }
        StringBuilder quoted = new StringBuilder();
        from.string(quoted, LONGEST_NAME);
        if (!from.takes(':')) {
            throw wrong("a colon");
        }
        return JsonText.read(new StringReader(quoted.toString()), fault -> {}) instanceof String name ? name : "";
    }

    private void skip() throws IOException {
        from.value(new StringBuilder(), 0);
    }

    /** Whether a comma comes, and not the closing bracket. */
    private boolean isMore(char close) throws IOException, NoJson {
        if (from.takes(',')) {
            return true;
        }
        if (from.takes(close)) {
            return false;
        }
        throw wrong("a comma or '" + close + "'");
    }

    private NoJson wrong(String rule) throws IOException {
        int c = from.next();
        String was = c == JsonScanner.END ? "the end of the text" : "another character";
        return new NoJson(new Fault(from.place().toString(), rule, was, "What comes behind it cannot be read."));
    }

    @Override
    public @Nullable Piece next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            boolean more = first ? !from.takes(']') : isMore(']');
            first = false;
            if (more) {
                return element();
            }
            ended = true;
            leave();
            return null;
        } catch (NoJson e) {
            ended = true;
            return new Piece(number + 1, from.place(), "", Optional.of(e.fault));
        }
    }

    private Piece element() throws IOException {
        number++;
        from.next();
        Place start = from.place();
        StringBuilder text = new StringBuilder();
        from.value(text, longest);
        return text.length() > longest
                ? Piece.tooLong(number, start, longest)
                : new Piece(number, start, text.toString(), Optional.empty());
    }

    /** Reads on to the end of the text: half a file, or a second list of the same name, must not go unseen. */
    private void leave() throws IOException, NoJson {
        while (!above.isEmpty()) {
            Level level = above.pop();
            while (isMore(level.close())) {
                if (level.close() == '}' && member().equals(level.name())) {
                    String path = from.place().toString();
                    throw new NoJson(new Fault(path, "there once", "there more than once", "The first one was read."));
                }
                skip();
            }
        }
        if (from.next() != JsonScanner.END) {
            throw wrong("the end of the text");
        }
    }
}
