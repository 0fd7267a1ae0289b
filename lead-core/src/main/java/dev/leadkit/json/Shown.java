package dev.leadkit.json;

import dev.leadkit.fault.Fault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values and places read in faults: short, on one line, and without what a terminal could take for a command. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    /** A value of a configuration, as its author wrote it. */
    static String value(@Nullable Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        return isPlain(value) ? shortened(String.valueOf(value)) : kind(value);
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean || value instanceof TreeReader.Beyond;
    }

    /** What sort of value it is, where the value itself may be personal. */
    static String kind(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        if (value instanceof String text) {
            return Fault.unseen(text);
        }
        if (value instanceof Boolean) {
            return "true or false";
        }
        boolean number = value instanceof Number || value instanceof TreeReader.Beyond;
        return number ? "a number" : "a " + value.getClass().getName();
    }

    static String quoted(String text) {
        return "\"" + shortened(text) + "\"";
    }

    /** The path of a member: {@code $.name}, or {@code $['strange name']}. */
    static String member(String path, String name) {
        boolean plain = !name.isEmpty() && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        return plain && name.length() <= LONGEST ? path + "." + name : path + "['" + shortened(name) + "']";
    }

    private static String shortened(String text) {
        StringBuilder shown = new StringBuilder();
        int[] letters = text.codePoints().limit(LONGEST).toArray();
        for (int letter : letters) {
            append(shown, letter);
        }
        boolean more = text.codePointCount(0, text.length()) > letters.length;
        return more ? shown + "..." : shown.toString();
    }

    private static void append(StringBuilder shown, int letter) {
        int type = Character.getType(letter);
        boolean odd = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        if (odd) {
            shown.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                shown.append(Character.forDigit(letter >> shift & 0xF, 16));
            }
        } else {
            shown.appendCodePoint(letter);
        }
    }
}
