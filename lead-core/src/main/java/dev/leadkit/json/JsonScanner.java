package dev.leadkit.json;

import java.io.IOException;
import java.io.Reader;

/**
 * Passes over JSON values without reading them, so that one bad value never takes others with it: it follows brackets and
 * quotes only. A line break within a text, which JSON does not allow, ends the text: its closing quote is most probably
 * missing there. A closing bracket closes what was left open within its own.
 */
final class JsonScanner {

    static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader source;
    private final char[] buffer = new char[16_384];
    private final char[] open = new char[JsonText.DEEPEST];
    private int filled;
    private int position;
    private boolean atStart = true;
    private boolean afterReturn;
    private long line = 1;
    private long column = 1;

    JsonScanner(Reader source) {
        this.source = source;
    }

    Place place() {
        return new Place(line, column);
    }

    /** The character that comes next, or {@link #END}. */
    int peek() throws IOException {
        while (position >= filled) {
            filled = source.read(buffer);
            position = atStart && filled > 0 && buffer[0] == BYTE_ORDER_MARK ? 1 : 0;
            atStart = atStart && filled == 0;
            if (filled < 0) {
                filled = 0;
                return END;
            }
        }
        return buffer[position];
    }

    /** Goes on behind the next character. */
    int take() throws IOException {
        int c = peek();
        if (c == END) {
            return END;
        }
        position++;
        column++;
        if (c == '\r' || c == '\n') {
            line += c == '\n' && afterReturn ? 0 : 1;
            column = 1;
        }
        afterReturn = c == '\r';
        return c;
    }

    /** Goes on behind white space; gives what comes then. */
    int next() throws IOException {
        int c = peek();
        while (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            take();
            c = peek();
        }
        return c;
    }

    /** Takes this character if it comes next behind white space. */
    boolean takes(char expected) throws IOException {
        boolean there = next() == expected;
        if (there) {
            take();
        }
        return there;
    }

    /**
     * Goes on behind a value, to the comma, closing bracket or end behind it. What it has passed goes to the text, up to
     * one character more than the longest, so that one too long can be told.
     */
    void value(StringBuilder text, int longest) throws IOException {
        int depth = 0;
        for (int c = peek(); c != END; c = peek()) {
            if (depth == 0 && (c == ',' || c == ']' || c == '}')) {
                return;
            }
            if (c == '"') {
                string(text, longest);
                continue;
            }
            if (c == '{' || c == '[') {
                depth = opened(depth, (char) c);
            } else if (c == '}' || c == ']') {
                depth = closed(depth, c == '}' ? '{' : '[');
            }
            if (depth < 0) {
                return;
            }
            pass(text, longest);
        }
    }

    private int opened(int depth, char bracket) {
        if (depth < open.length) {
            open[depth] = bracket;
        }
        return depth + 1;
    }

    /** How deep it is behind a closing bracket; -1 if that closes nothing here. Too deep, brackets are only counted. */
    private int closed(int depth, char bracket) {
        int below = depth - 1;
        while (below >= 0 && below < open.length && open[below] != bracket) {
            below--;
        }
        return below;
    }

    /** Goes on behind a text in quotes, or to the line break or end that it does not have. */
    void string(StringBuilder text, int longest) throws IOException {
        pass(text, longest);
        for (int c = peek(); c != END && c != '\n' && c != '\r'; c = peek()) {
            pass(text, longest);
            if (c == '"') {
                return;
            }
            if (c == '\\' && peek() != END) {
                pass(text, longest);
            }
        }
    }

    private void pass(StringBuilder text, int longest) throws IOException {
        int c = take();
        if (text.length() <= longest) {
            text.append((char) c);
        }
    }
}
