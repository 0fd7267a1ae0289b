package dev.leadkit.calendar;

import dev.leadkit.fault.Fault;
import java.io.Serializable;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From one time of day to another, to the second, the end not included; at most 24 hours, which may go past midnight.
 * Ordered by its start. Immutable and thread-safe.
 *
 * @param from the time that the clock on the wall shows at its start
 * @param until the time that the clock on the wall shows at its end
 * @param nextDay whether it ends on the next day; it does, at 00:00, if it ends with the day
 */
public record LocalSpan(LocalTime from, LocalTime until, boolean nextDay)
        implements Comparable<LocalSpan>, Serializable {

    /** From midnight to midnight. */
    public static final LocalSpan WHOLE_DAY = new LocalSpan(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, true);

    static final int DAY = 86_400;

    private static final String NEXT_DAY = " next day";
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?";
    private static final Pattern TEXT = Pattern.compile("(" + TIME + ")-(" + TIME + "|24:00)(" + NEXT_DAY + ")?");
    private static final int FROM = 1;
    private static final int UNTIL = 4;
    private static final int SUFFIX = 7;
    private static final Comparator<LocalSpan> ORDER =
            Comparator.comparing(LocalSpan::from).thenComparing(LocalSpan::untilSecond);

    /**
     * Makes a span.
     *
     * @param from its start, to the second
     * @param until its end, to the second
     * @param nextDay whether it ends on the next day
     * @throws IllegalArgumentException if it ends before it starts, has no length, is longer than 24 hours, or has fractions
     *     of a second
     */
    public LocalSpan {
        if (hasFraction(from) || hasFraction(until)) {
            throw new IllegalArgumentException("span must be to the second, was " + from + " to " + until);
        }
        if (until.isAfter(from) == nextDay) {
            throw new IllegalArgumentException("span must end after it starts and within 24 hours, was " + from + " to "
                    + until + (nextDay ? NEXT_DAY : ""));
        }
    }

    /**
     * Reads a span, or says what is wrong with it.
     *
     * @param text such as {@code 09:00-17:30}, {@code 22:00-06:00 next day} or {@code 00:00-24:00}
     * @param path where the text stands, for the fault
     * @param faults told if it is no span
     * @return the span, or empty after a fault
     */
    static Optional<LocalSpan> read(String text, String path, Consumer<Fault> faults) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            faults.accept(new Fault(
                    path,
                    "a span of time",
                    quoted(text),
                    "Write \"09:00-17:30\", \"22:00-06:00 next day\" or \"00:00-24:00\"."));
            return Optional.empty();
        }
        LocalTime from = LocalTime.parse(found.group(FROM));
        boolean endsDay = found.group(UNTIL).equals("24:00");
        LocalTime until = endsDay ? LocalTime.MIDNIGHT : LocalTime.parse(found.group(UNTIL));
        boolean said = found.group(SUFFIX) != null;
        return (endsDay && said) || until.isAfter(from) == (endsDay || said)
                ? reversed(text, said, path, faults)
                : Optional.of(new LocalSpan(from, until, endsDay || said));
    }

    private static Optional<LocalSpan> reversed(String text, boolean nextDay, String path, Consumer<Fault> faults) {
        faults.accept(
                nextDay
                        ? new Fault(path, "a span of at most 24 hours", quoted(text), "Split it among the days.")
                        : new Fault(
                                path,
                                "a span that ends after it starts",
                                quoted(text),
                                "If it goes past midnight, write \"" + text + NEXT_DAY + "\"."));
        return Optional.empty();
    }

    private static boolean hasFraction(LocalTime time) {
        return !time.truncatedTo(ChronoUnit.SECONDS).equals(time);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    /** Seconds from the midnight before it to its start, as the clock on the wall counts. */
    int fromSecond() {
        return from.toSecondOfDay();
    }

    /** Seconds from the midnight before it to its end; more than a day if it goes past midnight. */
    int untilSecond() {
        return until.toSecondOfDay() + (nextDay ? DAY : 0);
    }

    @Override
    public int compareTo(LocalSpan other) {
        return ORDER.compare(this, other);
    }

    /** As it is written: {@code 09:00-17:30}, {@code 22:00-06:00 next day}, {@code 12:00-24:00}. */
    @Override
    public String toString() {
        if (nextDay && until.equals(LocalTime.MIDNIGHT)) {
            return from + "-24:00";
        }
        return from + "-" + until + (nextDay ? NEXT_DAY : "");
    }
}
