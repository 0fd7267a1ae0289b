package dev.leadkit.condition;

import java.io.Serial;

/** A text that counts how often it is read, and ends the reading when that is too often. One per evaluation. */
final class CountedText implements CharSequence {

    private final String text;
    private int steps;

    CountedText(String text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++steps > BoundedPattern.MOST_STEPS) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The text was read too often. */
    static final class Exhausted extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private Exhausted() {
            super("read too often", null, false, false);
        }
    }
}
