package dev.leadkit.condition;

import dev.leadkit.fault.Fault;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of the JDK's kind that cannot hang: an evaluation reads at most {@link #MOST_STEPS} characters,
 * counted with every repetition. Equal by its text. Thread-safe.
 */
public final class BoundedPattern {

    /** How many characters an evaluation may read before it is given up. */
    public static final int MOST_STEPS = 100_000;

    /** How long an expression may be, in characters. */
    public static final int LONGEST = 500;

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles an expression.
     *
     * @param regex the expression, at most {@link #LONGEST} characters
     * @return the pattern
     * @throws IllegalArgumentException if it is too long or not a regular expression; the message says where
     */
    public static BoundedPattern of(String regex) {
        if (regex.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "regular expression must have at most " + LONGEST + " characters, had " + regex.length());
        }
        try {
            return new BoundedPattern(Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "regular expression must be valid, was wrong at index " + e.getIndex() + ": " + e.getDescription(),
                    e);
        }
    }

    /**
     * The expression.
     *
     * @return its text
     */
    public String regex() {
        return pattern.pattern();
    }

    /**
     * Looks for the expression in a text.
     *
     * @param path what the text is, for the fault
     * @param text the text
     * @param problems told if the limit was reached
     * @return true if it is found, false if not, unknown if the limit was reached before that was clear
     */
    Truth find(String path, String text, Consumer<Fault> problems) {
        try {
            return Truth.of(pattern.matcher(new CountedText(text)).find());
        } catch (CountedText.Exhausted | StackOverflowError e) {
            problems.accept(new Fault(
                    path,
                    "matched against /" + regex() + "/ within " + MOST_STEPS + " steps",
                    "text of " + text.length() + " characters that needs more",
                    "Simplify the expression: nested repetitions such as (a+)+ take exponential time."));
            return Truth.UNKNOWN;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoundedPattern that && regex().equals(that.regex());
    }

    @Override
    public int hashCode() {
        return regex().hashCode();
    }

    @Override
    public String toString() {
        return regex();
    }
}
