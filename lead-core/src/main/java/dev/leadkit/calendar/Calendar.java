package dev.leadkit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Computes with {@linkplain OpenHours hours}: what is open, how much open time lies between two instants, when so much of it
 * has passed, when it opens and closes next.
 *
 * <p>Hours open and close at whole seconds, and an interval holds its first second and not its end. Fractions of a second in
 * what is asked are kept exactly, never rounded. Every answer takes time in the logarithm of the intervals that are known;
 * they are computed on demand, a year at a time, and kept: some 6 KB for a year of office hours. Instants from {@link
 * #EARLIEST} on and before {@link #END} can be asked for, any other is refused; an empty answer means: not before {@link
 * #END}.
 *
 * <p>Thread-safe; equal by its hours. Making one costs little, computing the first answer some ten microseconds, so keep and
 * share calendars.
 */
public final class Calendar {

    /** The first instant that can be asked for. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** The first instant that can no longer be asked for. */
    public static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private static final long FIRST = EARLIEST.getEpochSecond();
    private static final long LIMIT = END.getEpochSecond();
    private static final long PAGE = 366L * LocalSpan.DAY;

    private final OpenHours hours;
    private final Part part;

    /** Only grows; threads that compute it at once waste time and nothing else. */
    private volatile @Nullable Table known;

    private Calendar(OpenHours hours) {
        this.hours = hours;
        this.part = Part.of(hours);
    }

    /**
     * A calendar of these hours, as the time zones of this JDK have them.
     *
     * @param hours when it is open
     * @return the calendar
     */
    public static Calendar of(OpenHours hours) {
        return new Calendar(hours);
    }

    /**
     * What it computes with.
     *
     * @return the hours
     */
    public OpenHours hours() {
        return hours;
    }

    /**
     * Whether it is open at an instant.
     *
     * @param at the instant
     * @return true from the instant it opens on, up to the one it closes at
     * @throws IllegalArgumentException if the instant is out of bounds
     */
    public boolean isOpen(Instant at) {
        long second = second(at);
        return table(second, second).isOpen(second);
    }

    /**
     * Whether it is open at an instant and stays so for some time, without a break.
     *
     * @param at the instant
     * @param needed for how long; zero for open at all
     * @return true if it closes at {@code at + needed} or later
     * @throws IllegalArgumentException if the instant is out of bounds or the time negative
     */
    public boolean isOpenFor(Instant at, Duration needed) {
        notNegative(needed);
        if (!isOpen(at)) {
            return false;
        }
        Optional<Instant> close = nextClose(at);
        return close.isEmpty() || Duration.between(at, close.get()).compareTo(needed) >= 0;
    }

    /**
     * How much open time there is from one instant to another.
     *
     * @param from the one instant
     * @param until the other, not earlier
     * @return the open time to the nanosecond; zero if it is closed throughout
     * @throws IllegalArgumentException if an instant is out of bounds, or they are the wrong way round
     */
    public Duration between(Instant from, Instant until) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until must be " + from + " or later, was " + until);
        }
        long first = second(from);
        long last = second(until);
        Table table = table(first, last);
        return openBefore(table, last, until).minus(openBefore(table, first, from));
    }

    private static Duration openBefore(Table table, long second, Instant at) {
        Duration open = Duration.ofSeconds(table.openBefore(second));
        return table.isOpen(second) ? open.plus(Duration.between(Instant.ofEpochSecond(second), at)) : open;
    }

    /**
     * When so much open time has passed.
     *
     * @param from the instant from which it is counted
     * @param openTime how much; zero gives {@code from} itself, open or not
     * @return the first instant until which there is so much open time: the moment of closing, if that is when it is
     *     reached; empty if that is not before {@link #END}
     * @throws IllegalArgumentException if the instant is out of bounds or the time negative
     */
    public Optional<Instant> add(Instant from, Duration openTime) {
        notNegative(openTime);
        long second = second(from);
        if (openTime.isZero()) {
            return Optional.of(from);
        }
        Table table = table(second, second);
        Duration start = openBefore(table, second, from);
        while (Duration.ofSeconds(table.openInAll()).minus(start).compareTo(openTime) < 0) {
            if (table.until() == LIMIT) {
                return Optional.empty();
            }
            table = longer(table);
            start = openBefore(table, second, from);
        }
        Duration target = start.plus(openTime);
        Instant reached = Instant.ofEpochSecond(table.after(whole(target))).minus(rest(target));
        return reached.isBefore(END) ? Optional.of(reached) : Optional.empty();
    }

    /** Whole seconds, a part of one counted as one. */
    private static long whole(Duration time) {
        return time.getSeconds() + (time.getNano() > 0 ? 1 : 0);
    }

    private static Duration rest(Duration time) {
        return Duration.ofSeconds(whole(time)).minus(time);
    }

    /**
     * When it is open next.
     *
     * @param at the instant from which it is looked for
     * @return that instant if it is open then, else the next opening; empty if that is not before {@link #END}
     * @throws IllegalArgumentException if the instant is out of bounds
     */
    public Optional<Instant> nextOpen(Instant at) {
        return isOpen(at) ? Optional.of(at) : nextEdge(at);
    }

    /**
     * When it is closed next.
     *
     * @param at the instant from which it is looked for
     * @return that instant if it is closed then, else the next closing; empty if that is not before {@link #END}
     * @throws IllegalArgumentException if the instant is out of bounds
     */
    public Optional<Instant> nextClose(Instant at) {
        return isOpen(at) ? nextEdge(at) : Optional.of(at);
    }

    /**
     * When it opens or closes next.
     *
     * @param at the instant after which it is looked for
     * @return the first later instant at which it is open and was not before, or the other way round; empty if that is not
     *     before {@link #END}
     * @throws IllegalArgumentException if the instant is out of bounds
     */
    public Optional<Instant> nextEdge(Instant at) {
        long second = second(at);
        Table table = table(second, second);
        long edge = table.edgeAfter(second);
        // the end of what is known is no edge
        while (edge == table.until() && edge < LIMIT) {
            table = longer(table);
            edge = table.edgeAfter(second);
        }
        return edge == LIMIT ? Optional.empty() : Optional.of(Instant.ofEpochSecond(edge));
    }

    /**
     * What is known of the time zones here, so that an answer can be told apart from another JDK's.
     *
     * @return the version of the rules by the zone's name, such as {@code 2026a}; {@code fixed} for an offset
     */
    public SortedMap<String, String> zoneRules() {
        SortedMap<String, String> versions = new TreeMap<>();
        zones(hours).distinct().forEach(zone -> versions.put(zone.getId(), Zones.version(zone)));
        return versions;
    }

    private static Stream<ZoneId> zones(OpenHours hours) {
        if (hours instanceof OpenHours.Any any) {
            return any.of().stream().flatMap(Calendar::zones);
        }
        if (hours instanceof OpenHours.All all) {
            return all.of().stream().flatMap(Calendar::zones);
        }
        if (hours instanceof OpenHours.Except difference) {
            return Stream.concat(zones(difference.open()), zones(difference.except()));
        }
        return Stream.of(((WorkingHours) hours).zone());
    }

    private static long second(Instant at) {
        if (at.isBefore(EARLIEST) || !at.isBefore(END)) {
            throw new IllegalArgumentException(
                    "instant must be from " + EARLIEST + " to before " + END + ", was " + at);
        }
        return at.getEpochSecond();
    }

    private static void notNegative(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("open time must be zero or more, was " + time);
        }
    }

    private Table table(long from, long to) {
        Table table = known;
        long since = FIRST + (from - FIRST) / PAGE * PAGE;
        long until = Math.min(LIMIT, FIRST + ((to - FIRST) / PAGE + 1) * PAGE);
        if (table == null) {
            table = new Table(since, until, part.within(since, until));
            known = table;
        } else if (from < table.since() || to >= table.until()) {
            table = extended(table, Math.min(since, table.since()), Math.max(until, table.until()));
        }
        return table;
    }

    /** At least twice as much, so that what is far away is reached in few steps. */
    private Table longer(Table table) {
        return extended(table, table.since(), Math.min(LIMIT, table.until() + table.until() - table.since()));
    }

    private Table extended(Table table, long since, long until) {
        Table longer =
                table.between(part.within(since, table.since()), since, part.within(table.until(), until), until);
        known = longer;
        return longer;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Calendar that && hours.equals(that.hours);
    }

    @Override
    public int hashCode() {
        return hours.hashCode();
    }

    @Override
    public String toString() {
        return "Calendar[" + hours + "]";
    }
}
