package dev.leadkit.condition;

/**
 * Refuses what the JDK's engine could run for ever on without reading a character, so that counting readings is enough to
 * stop the rest; and the best-known way to need exponentially many readings, a repetition without end within another. What is left has, between two readings, one way only: nothing that can be empty is repeated, and of
 * alternatives at most one can be empty. Its input is an expression that the JDK has accepted.
 */
final class PatternCheck {

    private enum Part {
        /** Stands for itself and matches no text: flags. */
        NOTHING,
        /** Can match the empty text. */
        MAYBE_EMPTY,
        /** Reads at least one character. */
        SOLID
    }

    /** How often something may be repeated that itself takes more or less of a text: each time multiplies the ways to part the text. */
    private static final int MOST_NESTED = 10;

    private final String regex;
    private int at;

    /**
     * How often what was just read repeats something that can itself take more or less of a text, as a product of all repetitions around it; 0 where
     * there is no such thing, or none that gives back what it took.
     */
    private int nested;

    private PatternCheck(String regex) {
        this.regex = regex;
    }

    /** Throws if the expression, which the JDK accepts, is none that can be stopped by counting. */
    static void check(String regex) {
        new PatternCheck(regex).alternatives();
    }

    private Part alternatives() {
        int empty = 0;
        do {
            empty += sequence() ? 1 : 0;
        } while (eat('|'));
        if (empty > 1) {
            throw refused("alternatives of which at most one can be empty", "more");
        }
        return empty == 0 ? Part.SOLID : Part.MAYBE_EMPTY;
    }

    private boolean sequence() {
        boolean empty = true;
        while (at < regex.length() && peek() != '|' && peek() != ')') {
            empty &= repeated();
        }
        return empty;
    }

    private boolean repeated() {
        int before = nested;
        nested = 0;
        Part part = atom();
        boolean empty = part != Part.SOLID;
        if (isQuantifier()) {
            if (empty) {
                throw refused("repetition of what cannot be empty", "of what can");
            }
            empty = times().least() == 0;
        }
        nested = Math.max(before, nested);
        return empty;
    }

    private record Times(int least, int most) {}

    private Times times() {
        Times times = quantifier();
        boolean possessive = peek() == '+';
        at += possessive || peek() == '?' ? 1 : 0;
        if (isQuantifier()) {
            throw refused("one repetition at a time", "two");
        }
        nested = possessive ? 0 : nested(times);
        return times;
    }

    private int nested(Times times) {
        if (nested == 0) {
            return times.most() - times.least() > MOST_NESTED ? 1 : 0;
        }
        long product = (long) nested * Math.max(1, times.most());
        if (product > MOST_NESTED) {
            throw refused("no repetition without end within another, or a possessive one as in (a++b)+", "one");
        }
        return (int) product;
    }

    private boolean isQuantifier() {
        return at < regex.length() && "?*+{".indexOf(peek()) >= 0;
    }

    private Times quantifier() {
        char mark = next();
        if (mark != '{') {
            return new Times(mark == '+' ? 1 : 0, mark == '?' ? 1 : Integer.MAX_VALUE);
        }
        int least = count();
        int most = least;
        if (eat(',')) {
            most = peek() == '}' ? Integer.MAX_VALUE : count();
        }
        at++;
        return new Times(least, most);
    }

    private int count() {
        int count = 0;
        while (peek() >= '0' && peek() <= '9') {
            count = 10 * count + (next() - '0');
            if (count > BoundedPattern.MOST_REPEATS) {
                throw refused("at most " + BoundedPattern.MOST_REPEATS + " repetitions", "more");
            }
        }
        return count;
    }

    private Part atom() {
        char first = next();
        return switch (first) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '^', '$' -> Part.MAYBE_EMPTY;
            case '?', '*', '+', '{' -> throw refused("repetition behind what it repeats", "of nothing");
            default -> Part.SOLID;
        };
    }

    private Part group() {
        if (!eat('?')) {
            return body();
        }
        return switch (peek()) {
            case ':' -> plain();
            case '>' -> atomic();
            case '=', '!' -> ahead();
            case '<' -> named();
            default -> flags();
        };
    }

    private Part plain() {
        at++;
        return body();
    }

    /** Gives nothing back once it matched. */
    private Part atomic() {
        Part inner = plain();
        nested = 0;
        return inner;
    }

    /** A look at what comes next reads, and leaves the place as it was. */
    private Part ahead() {
        atomic();
        return Part.MAYBE_EMPTY;
    }

    private Part body() {
        Part inner = alternatives();
        at++;
        return inner;
    }

    private Part named() {
        char kind = regex.charAt(at + 1);
        if (kind == '=' || kind == '!') {
            throw refused("without look-behind", "(?<" + kind);
        }
        at = regex.indexOf('>', at) + 1;
        return body();
    }

    private Part flags() {
        while (peek() != ')' && peek() != ':') {
            if (next() == 'x') {
                throw refused("without the flag x", "(?x)");
            }
        }
        return next() == ')' ? Part.NOTHING : body();
    }

    private Part escape() {
        char kind = next();
        if (kind == 'k' || (kind >= '1' && kind <= '9')) {
            throw refused("without back-references", "\\" + kind);
        }
        refuseOdd(kind);
        if ("pPxN".indexOf(kind) >= 0 && peek() == '{') {
            at = regex.indexOf('}', at) + 1;
        }
        if (kind == 'b' && regex.startsWith("{g}", at)) {
            at += 3;
        }
        return "bBAGZz".indexOf(kind) >= 0 ? Part.MAYBE_EMPTY : Part.SOLID;
    }

    /** The two escapes that change how the characters behind them are read. */
    private void refuseOdd(char kind) {
        if (kind == 'Q' || kind == 'c') {
            throw refused("a backslash before each special character", "\\" + kind);
        }
    }

    private Part characterClass() {
        int depth = 1;
        refuseBareBracket("^");
        while (depth > 0) {
            char c = next();
            if (c == '\\') {
                refuseOdd(next());
            } else if (c == '[') {
                depth++;
                refuseBareBracket("^");
            } else if (c == ']') {
                depth--;
            } else if (c == '&' && peek() == '&') {
                at++;
                refuseBareBracket("");
            }
        }
        return Part.SOLID;
    }

    /** Where a class begins, the JDK takes a closing bracket for a plain one. */
    private void refuseBareBracket(String before) {
        if (peek() == ']' || (!before.isEmpty() && regex.startsWith(before + "]", at))) {
            throw refused("a backslash before a plain ]", "none");
        }
    }

    private boolean eat(char wanted) {
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private char peek() {
        return at < regex.length() ? regex.charAt(at) : 0;
    }

    private char next() {
        if (at >= regex.length()) {
            throw refused("complete", "cut off");
        }
        return regex.charAt(at++);
    }

    private IllegalArgumentException refused(String rule, String was) {
        return new IllegalArgumentException("regular expression must have " + rule + ", was " + was + " before index "
                + Math.min(at, regex.length()));
    }
}
