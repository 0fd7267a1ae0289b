package dev.leadkit.json;

import dev.leadkit.calendar.Absence;
import dev.leadkit.calendar.LocalSpan;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.calendar.WorkingHours;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The JSON form of hours.
 *
 * <pre>{@code
 * {"format": "leadkit.calendar/1",
 *  "zone": "Europe/Berlin",
 *  "hours": {"monday-thursday": ["09:00-12:30", "13:30-18:00"], "friday": ["22:00-06:00 next day"], "sunday": ["00:00-24:00"]},
 *  "holidays": ["2026-12-25", "2026-12-26"],
 *  "extra": {"2026-12-19": ["10:00-14:00"]},
 *  "absences": [{"first": "2026-08-03", "last": "2026-08-14"},                 (whole days, the last one included)
 *               {"from": "2026-12-24T12:00", "until": "2026-12-25T00:00"}]}     (local moments)
 *
 * {"any": [c, ...]}    {"all": [c, ...]}    {"open": c, "except": c}
 * }</pre>
 *
 * <p>Only the zone must be there. What stands within another document or in {@code any}, {@code all}, {@code open} and {@code
 * except} has no format. An absence of one day may leave out {@code last}.
 */
public final class CalendarJson {

    /** The format that is read and written. */
    public static final String FORMAT = "leadkit.calendar/1";

    private static final int DAYS = 7;

    private CalendarJson() {}

    /**
     * Reads a document of hours.
     *
     * @param document the document
     * @return the hours
     * @throws dev.leadkit.fault.RefusedException if anything is wrong: every fault at once, each with its JSON path
     */
    public static OpenHours read(JsonDocument document) {
        return document.as("calendar", new CalendarReader(CalendarJson::nothing)::document);
    }

    /**
     * Reads hours that stand within another document.
     *
     * @param json the place where they stand
     * @return the hours; empty if faults prevent it
     */
    public static Optional<OpenHours> read(JsonCursor json) {
        return read(json, CalendarJson::nothing);
    }

    /**
     * Reads hours that stand within another document, where a text may stand in place of hours, such as the name of a
     * calendar.
     *
     * @param json the place where they stand
     * @param named reads such a text, and tells faults about it
     * @return the hours; empty if faults prevent it
     */
    public static Optional<OpenHours> read(JsonCursor json, Function<JsonCursor, Optional<OpenHours>> named) {
        return new CalendarReader(named).part(json);
    }

    private static Optional<OpenHours> nothing(JsonCursor text) {
        text.fault("an object", "");
        return Optional.empty();
    }

    /**
     * Writes a document of hours.
     *
     * @param hours the hours
     * @return a tree for {@link JsonText}, which {@link #read(JsonDocument)} reads as equal hours
     */
    public static Map<String, Object> document(OpenHours hours) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.putAll(write(hours));
        return tree;
    }

    /**
     * Writes hours to stand within another document.
     *
     * @param hours the hours
     * @return a tree that {@link #read(JsonCursor)} reads as equal hours
     */
    public static Map<String, Object> write(OpenHours hours) {
        if (hours instanceof OpenHours.Any any) {
            return Map.of("any", parts(any.of()));
        }
        if (hours instanceof OpenHours.All all) {
            return Map.of("all", parts(all.of()));
        }
        if (hours instanceof OpenHours.Except difference) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("open", write(difference.open()));
            tree.put("except", write(difference.except()));
            return tree;
        }
        return place((WorkingHours) hours);
    }

    private static List<Map<String, Object>> parts(List<OpenHours> parts) {
        return parts.stream().map(CalendarJson::write).toList();
    }

    private static Map<String, Object> place(WorkingHours hours) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("zone", hours.zone().getId());
        Map<String, Object> week = week(hours.week());
        if (!week.isEmpty()) {
            tree.put("hours", week);
        }
        if (!hours.holidays().isEmpty()) {
            tree.put("holidays", texts(hours.holidays()));
        }
        if (!hours.extra().isEmpty()) {
            Map<String, Object> extra = new LinkedHashMap<>();
            hours.extra().forEach((date, spans) -> extra.put(date.toString(), texts(spans)));
            tree.put("extra", extra);
        }
        if (!hours.absences().isEmpty()) {
            tree.put(
                    "absences",
                    hours.absences().stream().map(CalendarJson::absence).toList());
        }
        return tree;
    }

    /** Days that follow one another with the same spans become one member. */
    private static Map<String, Object> week(Map<DayOfWeek, List<LocalSpan>> week) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int first = 1, last; first <= DAYS; first = last + 1) {
            List<LocalSpan> spans = spans(week, first);
            last = first;
            while (last < DAYS && spans.equals(spans(week, last + 1))) {
                last++;
            }
            if (!spans.isEmpty()) {
                String days = word(first) + (last == first ? "" : "-" + word(last));
                tree.put(days, texts(spans));
            }
        }
        return tree;
    }

    private static List<LocalSpan> spans(Map<DayOfWeek, List<LocalSpan>> week, int day) {
        return week.getOrDefault(DayOfWeek.of(day), List.of());
    }

    private static String word(int day) {
        return Words.of(DayOfWeek.of(day));
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static Map<String, Object> absence(Absence absence) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (absence.isDays()) {
            tree.put("first", absence.from().toLocalDate().toString());
            tree.put("last", absence.until().toLocalDate().minusDays(1).toString());
        } else {
            tree.put("from", absence.from().toString());
            tree.put("until", absence.until().toString());
        }
        return tree;
    }
}
