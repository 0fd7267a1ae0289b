package dev.leadkit.contact;

/** The encoding of RFC 3492, chapter 6.3, with the parameters of domain names. */
final class Punycode {

    private static final int BASE = 36;
    private static final int LEAST = 1;
    private static final int MOST = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE = 0x80;

    private final int[] input;
    private final StringBuilder output = new StringBuilder();
    private int bias = FIRST_BIAS;
    private int handled;

    private Punycode(int[] input) {
        this.input = input;
    }

    /** The label without the prefix {@code xn--}; it has at most 63 code points, so no count can overflow. */
    static String encoded(String label) {
        Punycode code = new Punycode(label.codePoints().toArray());
        code.encode();
        return code.output.toString();
    }

    private void encode() {
        for (int c : input) {
            if (c < FIRST_CODE) {
                output.append((char) c);
            }
        }
        int basic = output.length();
        handled = basic;
        if (basic > 0) {
            output.append('-');
        }
        int delta = 0;
        for (int code = FIRST_CODE; handled < input.length; code++) {
            int next = next(code);
            delta += (next - code) * (handled + 1);
            code = next;
            delta = encodeAll(code, delta, basic) + 1;
        }
    }

    private int next(int from) {
        int next = Character.MAX_CODE_POINT;
        for (int c : input) {
            next = c >= from && c < next ? c : next;
        }
        return next;
    }

    private int encodeAll(int code, int from, int basic) {
        int delta = from;
        for (int c : input) {
            if (c < code) {
                delta++;
            } else if (c == code) {
                number(delta);
                bias = adapted(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }
        }
        return delta;
    }

    private void number(int delta) {
        int rest = delta;
        for (int k = BASE; ; k += BASE) {
            int threshold = Math.max(LEAST, Math.min(MOST, k - bias));
            if (rest < threshold) {
                output.append(digit(rest));
                return;
            }
            output.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    private static char digit(int value) {
        return (char) (value < MOST ? 'a' + value : '0' + value - MOST);
    }

    private static int adapted(int delta, int points, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > (BASE - LEAST) * MOST / 2) {
            rest /= BASE - LEAST;
            k += BASE;
        }
        return k + (BASE - LEAST + 1) * rest / (rest + SKEW);
    }
}
