package dev.leadkit.condition;

import java.io.Serial;

/** How many characters may still be read. One per evaluation of a condition without parts; not thread-safe. */
final class Steps {

    private int left;

    Steps(int most) {
        this.left = most;
    }

    /** The same text, each reading of a character counted; ends the reading when that is too often. */
    CharSequence counting(String text) {
        return new Counted(text);
    }

    int left() {
        return left;
    }

    private void take() {
        if (left == 0) {
            throw new Exhausted();
        }
        left--;
    }

    private final class Counted implements CharSequence {

        private final String text;

        private Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            take();
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
    }

    /** No step is left. */
    static final class Exhausted extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private Exhausted() {
            super("read too often", null, false, false);
        }
    }
}
