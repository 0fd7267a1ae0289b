package dev.leadkit.condition;

import dev.leadkit.fault.Fault;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of the JDK's kind that cannot hang: an evaluation reads at most {@link #MOST_STEPS} characters,
 * counted with every repetition, and what could go on without reading is refused. Equal by its text. Thread-safe.
 *
 * <p>Refused are: a repetition of what can be empty, such as {@code (a*)*}; more than ten repetitions, all around it multiplied, of what itself
 * leaves open more than ten, such as {@code (a+)+}, whose ways to part a text double with each letter, unless one of them is possessive, such as
 * {@code (a++b)+}; alternatives of which more than one can be
 * empty, such as {@code a*|b*}; a counted repetition above {@link #MOST_REPEATS}; look-behind, back-references, the flag
 * {@code x}, <code>&#92;Q</code> and <code>&#92;c</code>; a bare {@code ]} where a character class begins. Look-ahead,
 * atomic groups, possessive and reluctant repetitions and the other flags are there, {@code (?i)} among them.
 */
public final class BoundedPattern {

    /** How many characters an evaluation may read before it is given up. */
    public static final int MOST_STEPS = 100_000;

    /** How many characters may be read for all interactions of a lead together before a count of them is given up. */
    public static final int MOST_STEPS_OF_COUNT = 1_000_000;

    /** How long an expression may be, in characters. */
    public static final int LONGEST = 500;

    /**
     * How long a text may be, in characters, to be matched at all: the JDK's engine goes one call deeper for every
     * repetition of a group, and this many fit on a usual stack.
     */
    public static final int LONGEST_TEXT = 1_000;

    /** The greatest number in a counted repetition. */
    public static final int MOST_REPEATS = 1_000;

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles an expression.
     *
     * @param regex the expression, at most {@link #LONGEST} characters
     * @return the pattern
     * @throws IllegalArgumentException if it is too long, not a regular expression or of a refused kind; the message says
     *     where
     */
    public static BoundedPattern of(String regex) {
        if (regex.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "regular expression must have at most " + LONGEST + " characters, had " + regex.length());
        }
        Pattern pattern = compiled(regex);
        PatternCheck.check(regex);
        return new BoundedPattern(pattern);
    }

    private static Pattern compiled(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "regular expression must be valid, was wrong at index " + e.getIndex() + ": " + e.getDescription(),
                    e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new IllegalArgumentException("regular expression must be valid, was nothing the JDK can read", e);
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

    /** True if it is found, false if not, unknown and a fault if a limit was reached before that was clear. */
    Truth find(String path, String text, Steps steps, Consumer<Fault> problems) {
        if (text.length() > LONGEST_TEXT) {
            problems.accept(new Fault(
                    path,
                    "of at most " + LONGEST_TEXT + " characters to be matched against /" + regex() + "/",
                    Fault.unseen(text),
                    "Ask what it contains or begins with: that has no limit."));
            return Truth.UNKNOWN;
        }
        try {
            return Truth.of(pattern.matcher(steps.counting(text)).find());
        } catch (Steps.Exhausted | StackOverflowError e) {
            problems.accept(new Fault(
                    path,
                    "matched against /" + regex() + "/ within the limit of steps",
                    Fault.unseen(text) + " that needs more",
                    "Simplify the expression: alternatives that begin alike, such as (a|ab)+, take exponential time."));
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
