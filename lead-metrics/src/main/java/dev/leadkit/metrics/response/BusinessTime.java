package dev.leadkit.metrics.response;

import static java.util.Objects.requireNonNull;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Time that counts only while somebody is there. Hours may change over the years: for every time that is measured, those in force at its
 * start hold throughout. Immutable, thread-safe, serializable, equal by name and hours.
 */
public final class BusinessTime implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient String name;
    private final transient NavigableMap<Instant, Calendar> versions;

    private BusinessTime(String name, NavigableMap<Instant, Calendar> versions) {
        this.name = name;
        this.versions = versions;
    }

    /**
     * Time in these hours, whenever.
     *
     * @param name names the hours in definitions, such as {@code berlin-office}; two business times of one name should be of the same
     *     hours; not blank
     * @param hours when somebody is there
     * @return the business time
     */
    public static BusinessTime of(String name, OpenHours hours) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must be a text, was blank");
        }
        NavigableMap<Instant, Calendar> versions = new TreeMap<>();
        versions.put(Instant.MIN, Calendar.of(hours));
        return new BusinessTime(name, versions);
    }

    /**
     * The same, with other hours for times that start at an instant or later.
     *
     * @param from since when they are in force
     * @param hours the hours from then on, up to the next change
     * @return the business time with this change
     */
    public BusinessTime changedAt(Instant from, OpenHours hours) {
        NavigableMap<Instant, Calendar> more = new TreeMap<>(versions);
        more.put(requireNonNull(from, "from"), Calendar.of(hours));
        return new BusinessTime(name, more);
    }

    /**
     * What definitions call it.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * How much business time passed.
     *
     * @param start when it began
     * @param end when it ended, not earlier
     * @return the open time in between, by the hours in force at the start; empty if an instant is before {@link Calendar#EARLIEST} or
     *     not before {@link Calendar#END}
     */
    public Optional<Duration> between(Instant start, Instant end) {
        return isKnown(start) && isKnown(end) ? Optional.of(calendar(start).between(start, end)) : Optional.empty();
    }

    /**
     * Up to when no more than so much business time has passed, that much included. What ends with the hours may be done until they
     * begin again.
     *
     * @param start when it begins, from {@link Calendar#EARLIEST} on and before {@link Calendar#END}
     * @param target how much
     * @return the last instant that is still in time; empty if there is none before {@link Calendar#END}
     */
    public Optional<Instant> lastInTime(Instant start, Duration target) {
        Calendar calendar = calendar(start);
        return calendar.add(start, target).flatMap(calendar::nextOpen);
    }

    /** Whether an instant is one that calendars know. */
    static boolean isKnown(Instant at) {
        return !at.isBefore(Calendar.EARLIEST) && at.isBefore(Calendar.END);
    }

    private Calendar calendar(Instant start) {
        return versions.floorEntry(start).getValue();
    }

    @Serial
    private Object writeReplace() {
        SortedMap<Instant, OpenHours> hours = new TreeMap<>();
        versions.forEach((from, calendar) -> hours.put(from, calendar.hours()));
        return new Sent(name, hours);
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("business time must be read from what it is written as");
    }

    private record Sent(String name, SortedMap<Instant, OpenHours> hours) implements Serializable {

        @Serial
        private Object readResolve() {
            BusinessTime time = of(name, hours.getOrDefault(Instant.MIN, OpenHours.NEVER));
            for (Map.Entry<Instant, OpenHours> each : hours.entrySet()) {
                time = time.changedAt(each.getKey(), each.getValue());
            }
            return time;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BusinessTime that && name.equals(that.name) && versions.equals(that.versions);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "BusinessTime[" + name + ", " + versions.size() + " versions]";
    }
}
