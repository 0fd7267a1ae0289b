package dev.leadkit.fuzz;

import java.io.Reader;

/** A text that is nowhere: a beginning, a part over and over again, and an end. */
final class HugeText extends Reader {

    private final String[] parts;
    private final long[] times;
    private int part;
    private int at;
    private long round;

    /** {@code before}, then {@code over} so many times, then {@code after}. */
    HugeText(String before, String over, long count, String after) {
        parts = new String[] {before, over, after};
        times = new long[] {1, count, 1};
    }

    @Override
    public int read(char[] buffer, int from, int length) {
        int filled = 0;
        while (filled < length && part < parts.length) {
            int count = Math.min(length - filled, parts[part].length() - at);
            parts[part].getChars(at, at + count, buffer, from + filled);
            filled += count;
            at += count;
            goOn();
        }
        return filled == 0 ? -1 : filled;
    }

    private void goOn() {
        if (part < parts.length && at == parts[part].length()) {
            at = 0;
            round++;
            if (round >= times[part]) {
                round = 0;
                part++;
            }
        }
    }

    @Override
    public void close() {}
}
