package dev.leadkit.examples.jdbc;

import dev.leadkit.json.JsonText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON texts that go into columns: what {@link dev.leadkit.json.JsonDocument} could not read again is not written. */
final class StoredJson {

    /** How long a text may be that is read again, in characters. */
    static final int LONGEST = 1 << 24;

    /** How many names, values and brackets such a text may have. */
    static final int MOST_TOKENS = 2_000_000;

    private StoredJson() {}

    /** The tree on one line. */
    static String line(Object tree) {
        String text = JsonText.line(tree);
        check(text.length(), tree);
        return text;
    }

    /** Refuses a tree that makes too long a text. A token has at least one character, so short texts need no counting. */
    static void check(long length, Object tree) {
        if (length > LONGEST) {
            throw new IllegalArgumentException(
                    "stored JSON must have at most " + LONGEST + " characters, had " + length);
        }
        long tokens = length > MOST_TOKENS ? tokens(tree) : 0;
        if (tokens > MOST_TOKENS) {
            throw new IllegalArgumentException(
                    "stored JSON must have at most " + MOST_TOKENS + " names, values and brackets, had " + tokens);
        }
    }

    private static long tokens(@Nullable Object tree) {
        long tokens = tree instanceof Map || tree instanceof Iterable ? 2 : 1;
        if (tree instanceof Map<?, ?> map) {
            for (Object value : map.values()) {
                tokens += 1 + tokens(value);
            }
        } else if (tree instanceof Iterable<?> items) {
            for (Object item : items) {
                tokens += tokens(item);
            }
        }
        return tokens;
    }
}
