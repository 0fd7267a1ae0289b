package dev.leadkit.examples.quickstart.reading;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives the same object for equal ones, because files say the same things over and over and hundreds of thousands of rows
 * are held at once.
 */
final class Pool {

    private static final int MOST = 50_000;

    private final Map<Object, Object> known = new HashMap<>();

    /** The first equal value that is still known, for a value that is immutable and equal by content to its own type only. */
    @SuppressWarnings("unchecked") // what is equal is of the same type
    <T> T of(T value) {
        if (known.size() >= MOST) {
            known.clear();
        }
        Object earlier = known.putIfAbsent(value, value);
        return earlier == null ? value : (T) earlier;
    }
}
