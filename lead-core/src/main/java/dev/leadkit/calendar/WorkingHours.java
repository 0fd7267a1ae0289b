package dev.leadkit.calendar;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.RefusedException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The hours of one place in its own time zone: spans of the week, holidays, extra openings and absences.
 *
 * <p>The clock on the wall decides. It is open at an instant if the local date and time that the clock shows then lie in a
 * span of that weekday (or of the day before, if the span goes on to the next day) and the date is no holiday, or in an extra
 * opening; and in no absence. So a holiday closes exactly its local day, an extra opening is open on a holiday too, and
 * an absence goes before everything. When a clock is put forward, the time it skips does not exist and a span loses it; when
 * it is put back, the hour that comes twice counts twice.
 *
 * <pre>{@code
 * WorkingHours.in("Europe/Berlin")
 *         .open(MONDAY, THURSDAY, "09:00-12:30", "13:30-18:00")
 *         .open(FRIDAY, "22:00-06:00 next day")
 *         .holidays(LocalDate.of(2026, 12, 25))
 *         .extra(LocalDate.of(2026, 12, 19), "10:00-14:00")
 *         .absent(Absence.days(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 14)))
 *         .build();
 * }</pre>
 *
 * <p>Immutable, equal by content, thread-safe and serializable.
 */
public final class WorkingHours implements OpenHours {

    /** How many spans a day may have. */
    public static final int MOST_SPANS = 50;

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ZoneId zone;
    private final transient SortedMap<DayOfWeek, List<LocalSpan>> week;
    private final transient SortedSet<LocalDate> holidays;
    private final transient SortedMap<LocalDate, List<LocalSpan>> extra;
    private final transient SortedSet<Absence> absences;

    private WorkingHours(Builder from) {
        zone = from.zone == null ? ZoneId.of("UTC") : from.zone;
        week = spans(from.week);
        holidays = Collections.unmodifiableSortedSet(new TreeSet<>(parts(from.holidays)));
        extra = spans(from.extra);
        absences = Collections.unmodifiableSortedSet(new TreeSet<>(from.absences));
    }

    private static <K extends Comparable<? super K>> SortedMap<K, List<LocalSpan>> spans(
            SortedMap<K, List<Placed<LocalSpan>>> placed) {
        SortedMap<K, List<LocalSpan>> spans = new TreeMap<>();
        placed.forEach((key, list) -> {
            if (!list.isEmpty()) {
                spans.put(key, parts(list).stream().sorted().toList());
            }
        });
        return Collections.unmodifiableSortedMap(spans);
    }

    private static <T> List<T> parts(List<Placed<T>> placed) {
        return placed.stream().map(Placed::part).toList();
    }

    /**
     * Starts with hours that are never open.
     *
     * @param zone the time zone, such as {@code Europe/Berlin}
     * @return a new builder
     */
    public static Builder in(String zone) {
        return new Builder().zone(zone);
    }

    /**
     * Where the clock on the wall hangs.
     *
     * @return the time zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The spans of the week.
     *
     * @return the spans of each day in their order; days that are closed are absent
     */
    public SortedMap<DayOfWeek, List<LocalSpan>> week() {
        return week;
    }

    /**
     * The days on which the spans of the week do not hold.
     *
     * @return the dates in order
     */
    public SortedSet<LocalDate> holidays() {
        return holidays;
    }

    /**
     * What is open beside the week.
     *
     * @return the spans of each date in their order
     */
    public SortedMap<LocalDate, List<LocalSpan>> extra() {
        return extra;
    }

    /**
     * When there is nobody.
     *
     * @return the absences in order; they may overlap
     */
    public SortedSet<Absence> absences() {
        return absences;
    }

    @Override
    public int parts() {
        return 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkingHours that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    private List<Object> content() {
        return List.of(zone, week, holidays, extra, absences);
    }

    @Serial
    private Object writeReplace() {
        return new Sent(zone.getId(), written(week), new TreeSet<>(holidays), written(extra), new TreeSet<>(absences));
    }

    private static <K extends Comparable<? super K>> SortedMap<K, String[]> written(
            SortedMap<K, List<LocalSpan>> spans) {
        SortedMap<K, String[]> written = new TreeMap<>();
        spans.forEach((key, list) ->
                written.put(key, list.stream().map(LocalSpan::toString).toArray(String[]::new)));
        return written;
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("working hours must be read from what they are written as");
    }

    /** As hours are written by Java's serialization: what is read is checked like anything else that is handed in. */
    private record Sent(
            String zone,
            SortedMap<DayOfWeek, String[]> week,
            SortedSet<LocalDate> holidays,
            SortedMap<LocalDate, String[]> extra,
            SortedSet<Absence> absences)
            implements Serializable {

        @Serial
        private Object readResolve() {
            Builder builder = in(zone).holidays(holidays.toArray(LocalDate[]::new));
            week.forEach(builder::open);
            extra.forEach(builder::extra);
            absences.forEach(builder::absent);
            return builder.build();
        }
    }

    /** The zone and how much there is. */
    @Override
    public String toString() {
        return "WorkingHours[" + zone + ", " + week.size() + " days, " + holidays.size() + " holidays, " + extra.size()
                + " extra, " + absences.size() + " absences]";
    }

    /** A part and the path where it stands, for faults. */
    record Placed<T>(String path, T part) {}

    /** Collects hours. Not thread-safe. */
    public static final class Builder {

        final SortedMap<DayOfWeek, List<Placed<LocalSpan>>> week = new TreeMap<>();
        final SortedMap<LocalDate, List<Placed<LocalSpan>>> extra = new TreeMap<>();
        final List<Placed<LocalDate>> holidays = new ArrayList<>();

        private final List<Absence> absences = new ArrayList<>();
        private final Faults faults = new Faults();
        private @Nullable ZoneId zone;
        private @Nullable String place;

        private Builder() {}

        /**
         * Says where the next part stands in what it was read from, for faults about it. Without this, the path is the
         * member's name and the index, such as {@code $.hours.monday[0]}.
         *
         * @param path a JSON path, of the one span where spans follow
         * @return this
         */
        public Builder at(String path) {
            place = path;
            return this;
        }

        private String path(String otherwise) {
            String path = place == null ? otherwise : place;
            place = null;
            return path;
        }

        /**
         * Names the time zone, in place of the one named before.
         *
         * @param name the name, such as {@code Europe/Berlin}
         * @return this
         */
        public Builder zone(String name) {
            zone = Zones.read(name, path("$.zone"), faults).orElse(zone);
            return this;
        }

        /**
         * Adds spans of one day of the week.
         *
         * @param day the day
         * @param spans such as {@code 09:00-17:30}, {@code 22:00-06:00 next day} or {@code 00:00-24:00}
         * @return this
         */
        public Builder open(DayOfWeek day, String... spans) {
            return open(day, day, spans);
        }

        /**
         * Adds the same spans to each of several days of the week.
         *
         * @param first the first day
         * @param last the last day, included; Monday follows Sunday
         * @param spans such as {@code 09:00-17:30}, {@code 22:00-06:00 next day} or {@code 00:00-24:00}
         * @return this
         */
        public Builder open(DayOfWeek first, DayOfWeek last, String... spans) {
            String key = first == last ? "." + word(first) : "['" + word(first) + "-" + word(last) + "']";
            List<Placed<LocalSpan>> read = read("$.hours" + key, spans);
            for (DayOfWeek day = first; ; day = day.plus(1)) {
                week.computeIfAbsent(day, none -> new ArrayList<>()).addAll(read);
                if (day == last) {
                    return this;
                }
            }
        }

        private static String word(DayOfWeek day) {
            return day.name().toLowerCase(Locale.ROOT);
        }

        private List<Placed<LocalSpan>> read(String otherwise, String... spans) {
            String path = path("");
            return IntStream.range(0, spans.length)
                    .mapToObj(i -> read(path.isEmpty() ? otherwise + "[" + i + "]" : path, spans[i]))
                    .flatMap(List::stream)
                    .toList();
        }

        private List<Placed<LocalSpan>> read(String path, String span) {
            return LocalSpan.read(span, path, faults)
                    .map(read -> List.of(new Placed<>(path, read)))
                    .orElse(List.of());
        }

        /**
         * Adds days on which the spans of the week do not hold.
         *
         * @param dates the local dates, each once
         * @return this
         */
        public Builder holidays(LocalDate... dates) {
            for (LocalDate date : dates) {
                holidays.add(new Placed<>(path("$.holidays[" + holidays.size() + "]"), date));
            }
            return this;
        }

        /**
         * Adds openings of one date, beside the week and on holidays too.
         *
         * @param date the local date
         * @param spans such as {@code 10:00-14:00}
         * @return this
         */
        public Builder extra(LocalDate date, String... spans) {
            extra.computeIfAbsent(date, none -> new ArrayList<>()).addAll(read("$.extra['" + date + "']", spans));
            return this;
        }

        /**
         * Adds a time in which there is nobody.
         *
         * @param absence the local time; it may overlap with others
         * @return this
         */
        public Builder absent(Absence absence) {
            absences.add(absence);
            return this;
        }

        /**
         * Everything that keeps these parts from being hours: what could not be read, spans of one day that overlap, too many
         * spans, a holiday twice, no zone.
         *
         * @return the faults with their paths; empty if the hours can be built
         */
        public List<Fault> faults() {
            Faults all = new Faults();
            faults.list().forEach(all);
            if (zone == null && faults.isEmpty()) {
                all.add("$.zone", "a time zone such as \"Europe/Berlin\"", "");
            }
            new Contradictions(all).find(this);
            return all.list().stream().distinct().toList();
        }

        /**
         * Ends collecting.
         *
         * @return the hours
         * @throws RefusedException if anything is wrong with them; every fault at once
         */
        public WorkingHours build() {
            List<Fault> found = faults();
            if (!found.isEmpty()) {
                throw new RefusedException("working hours", found);
            }
            return new WorkingHours(this);
        }
    }
}
