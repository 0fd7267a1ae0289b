package dev.leadkit.csv;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text, after its byte order mark, into CSV records without taking them apart, so that one bad record never takes others with it. A record ends
 * with a line break (CRLF, LF or CR) outside of quotes; a quote opens at the start of a cell only.
 *
 * <p>If quotes of a record do not close, close in the middle of a cell, or the record grows too long, only its first line
 * is given up and reading goes on with the second: the quote that is missing is most probably missing there. Each
 * character is looked at a bounded number of times, because lines that were once inside quotes hold no lone quote.
 */
final class CsvRecords {

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader source;
    private final int longest;
    private final char[] buffer = new char[16_384];
    private final StringBuilder record = new StringBuilder();
    private String replayed = "";
    private int replayedTo;
    private int filled;
    private int position;
    private boolean atStart = true;
    private boolean afterReturn;
    private long line = 1;
    private String separators;

    /** How a record came out. */
    enum Shape {
        WHOLE,
        BAD_QUOTES,
        TOO_LONG
    }

    /** A record's text, without its line break; of a bad one only the first line. */
    record Piece(String text, long line, Shape shape) {}

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_CLOSED,
        BAD
    }

    /** Reads from here; {@code separators} are the characters that may begin a new cell. */
    CsvRecords(Reader source, String separators, int longest) {
        this.source = source;
        this.separators = separators;
        this.longest = longest;
    }

    void separator(char known) {
        separators = String.valueOf(known);
    }

    /** The next record, or null at the end. */
    @Nullable Piece next() throws IOException {
        record.setLength(0);
        long startedAt = line;
        State state = State.CELL_START;
        while (true) {
            state = appendPlain(state);
            int c = read();
            boolean quoted = state == State.QUOTED;
            if (c == END) {
                if (quoted) {
                    return broken(startedAt, Shape.BAD_QUOTES);
                }
                return record.length() == 0 ? null : new Piece(record.toString(), startedAt, Shape.WHOLE);
            }
            if (isBreak(c) && !quoted) {
                return ended(c, startedAt);
            }
            state = after(state, (char) c);
            record.append((char) c);
            if (state == State.BAD) {
                return broken(startedAt, Shape.BAD_QUOTES);
            }
            if (record.length() > longest) {
                return broken(startedAt, Shape.TOO_LONG);
            }
        }
    }

    /** Takes the run of characters that is next and in which nothing begins or ends, as far as it is in the buffer. */
    private State appendPlain(State state) {
        if (state == State.QUOTE_CLOSED || afterReturn || atStart || replayedTo < replayed.length()) {
            return state;
        }
        int end = Math.min(filled, position + longest - record.length());
        int to = position;
        while (to < end && isPlain(buffer[to])) {
            to++;
        }
        if (to <= position) {
            return state;
        }
        record.append(buffer, position, to - position);
        position = to;
        return state == State.QUOTED ? State.QUOTED : State.PLAIN;
    }

    private boolean isPlain(char c) {
        return c != '"' && !isBreak(c) && !separates(c);
    }

    private boolean separates(char c) {
        return separators.length() == 1 ? c == separators.charAt(0) : separators.indexOf(c) >= 0;
    }

    /** The state after a character that is part of the record; bad if a quote closed in the middle of a cell. */
    private State after(State state, char c) {
        boolean separates = separates(c);
        return switch (state) {
            case CELL_START, PLAIN -> {
                if (separates) {
                    yield State.CELL_START;
                }
                yield c == '"' && state == State.CELL_START ? State.QUOTED : State.PLAIN;
            }
            case QUOTED -> c == '"' ? State.QUOTE_CLOSED : State.QUOTED;
            case QUOTE_CLOSED -> {
                if (separates) {
                    yield State.CELL_START;
                }
                yield c == '"' ? State.QUOTED : State.BAD;
            }
            case BAD -> State.BAD;
        };
    }

    private Piece ended(int lineBreak, long startedAt) {
        afterReturn = lineBreak == '\r';
        line = startedAt + 1 + breaks(record);
        return new Piece(record.toString(), startedAt, Shape.WHOLE);
    }

    /** Gives up the record's first line and puts the rest back. */
    private Piece broken(long startedAt, Shape shape) throws IOException {
        int end = firstBreak(record);
        String first = record.substring(0, end);
        if (end < record.length()) {
            replayed = record.substring(end + 1) + replayed.substring(replayedTo);
            replayedTo = 0;
            afterReturn = record.charAt(end) == '\r';
        } else {
            skipLine();
        }
        line = startedAt + 1;
        return new Piece(first, startedAt, shape);
    }

    private void skipLine() throws IOException {
        int c = read();
        while (c != END && !isBreak(c)) {
            c = read();
        }
        afterReturn = c == '\r';
    }

    /** The next character; the line feed of a CRLF is left out where its carriage return ended a line. */
    private int read() throws IOException {
        int c = raw();
        boolean second = afterReturn && c == '\n';
        afterReturn = false;
        return second ? raw() : c;
    }

    private int raw() throws IOException {
        if (replayedTo < replayed.length()) {
            return replayed.charAt(replayedTo++);
        }
        while (position >= filled) {
            filled = source.read(buffer);
            position = atStart && filled > 0 && buffer[0] == BYTE_ORDER_MARK ? 1 : 0;
            atStart = atStart && filled == 0;
            if (filled < 0) {
                return END;
            }
        }
        return buffer[position++];
    }

    private static int breaks(CharSequence text) {
        int breaks = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean second = text.charAt(i) == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            breaks += isBreak(text.charAt(i)) && !second ? 1 : 0;
        }
        return breaks;
    }

    private static int firstBreak(CharSequence text) {
        int end = 0;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r';
    }
}
