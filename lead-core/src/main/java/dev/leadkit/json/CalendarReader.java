package dev.leadkit.json;

import dev.leadkit.calendar.Absence;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Suggestion;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads hours. What cannot be read is a fault and left out, so that the rest is still checked and every fault is found at
 * once; hours with faults are never given out.
 */
final class CalendarReader {

    private static final List<String> PLACE = List.of("zone", "hours", "holidays", "extra", "absences");
    private static final List<String> ANY = List.of("any");
    private static final List<String> ALL = List.of("all");
    private static final List<String> DIFFERENCE = List.of("open", "except");
    private static final List<List<String>> KINDS = List.of(ANY, ALL, DIFFERENCE, PLACE);
    private static final List<String> DAYS =
            Arrays.stream(DayOfWeek.values()).map(Words::of).toList();
    private static final String ANYWHERE = "UTC";
    private static final int SHOWN = 50;

    private final Function<JsonCursor, Optional<OpenHours>> named;

    CalendarReader(Function<JsonCursor, Optional<OpenHours>> named) {
        this.named = named;
    }

    Optional<OpenHours> document(JsonCursor json) {
        if (!json.isObject()) {
            json.fault("an object", "");
            return Optional.empty();
        }
        json.at("format").oneOf(List.of(CalendarJson.FORMAT));
        return read(json, List.of("format"));
    }

    Optional<OpenHours> part(JsonCursor json) {
        if (json.isText()) {
            return named.apply(json);
        }
        if (!json.isObject()) {
            json.fault("an object", "");
            return Optional.empty();
        }
        return read(json, List.of());
    }

    private Optional<OpenHours> read(JsonCursor json, List<String> beside) {
        List<String> known = new ArrayList<>(beside);
        KINDS.forEach(known::addAll);
        json.unknown(known);
        List<String> kind = kind(json);
        for (String name : known) {
            if (!kind.contains(name) && !beside.contains(name) && !json.at(name).isMissing()) {
                json.at(name).fault("left out beside \"" + said(json, kind) + "\"", "");
            }
        }
        if (kind.equals(ANY)) {
            return parts(json.at("any")).flatMap(of -> json.make(() -> new OpenHours.Any(of)));
        }
        if (kind.equals(ALL)) {
            return parts(json.at("all")).flatMap(of -> json.make(() -> new OpenHours.All(of)));
        }
        return kind.equals(DIFFERENCE) ? difference(json) : place(json);
    }

    private static List<String> kind(JsonCursor json) {
        return KINDS.stream()
                .filter(kind -> kind.stream().anyMatch(name -> !json.at(name).isMissing()))
                .findFirst()
                .orElse(PLACE);
    }

    private static String said(JsonCursor json, List<String> kind) {
        return kind.stream()
                .filter(name -> !json.at(name).isMissing())
                .findFirst()
                .orElseThrow();
    }

    private Optional<List<OpenHours>> parts(JsonCursor json) {
        List<JsonCursor> items = json.items();
        List<OpenHours> parts =
                items.stream().flatMap(item -> part(item).stream()).toList();
        return json.isList() && parts.size() == items.size() ? Optional.of(parts) : Optional.empty();
    }

    private Optional<OpenHours> difference(JsonCursor json) {
        Optional<OpenHours> open = part(json.at("open"));
        Optional<OpenHours> except = part(json.at("except"));
        return open.flatMap(one -> except.flatMap(other -> json.make(() -> new OpenHours.Except(one, other))));
    }

    private static Optional<OpenHours> place(JsonCursor json) {
        JsonCursor zone = json.at("zone");
        WorkingHours.Builder hours = WorkingHours.in(ANYWHERE);
        boolean readable = zone.text()
                .map(name -> hours.at(zone.path()).zone(name).faults().isEmpty())
                .orElse(false);
        readable &= members(json.at("hours"), (day, spans) -> week(day, spans, hours));
        readable &= items(
                json.at("holidays"),
                item -> date(item).map(date -> hours.at(item.path()).holidays(date)));
        readable &= members(json.at("extra"), (date, spans) -> extra(date, spans, hours));
        readable &= items(json.at("absences"), item -> absence(item).map(hours::absent));
        List<Fault> faults = hours.faults();
        faults.forEach(json::fault);
        return readable && faults.isEmpty() ? Optional.of(hours.build()) : Optional.empty();
    }

    /** Reads a member of an object, and says whether that went well. */
    @FunctionalInterface
    private interface Member {
        boolean read(String name, JsonCursor value);
    }

    private static boolean members(JsonCursor json, Member member) {
        if (json.isMissing()) {
            return true;
        }
        boolean readable = json.isObject();
        for (var each : json.members().entrySet()) {
            readable &= member.read(each.getKey(), each.getValue());
        }
        return readable;
    }

    private static boolean items(JsonCursor json, Function<JsonCursor, Optional<?>> item) {
        boolean readable = json.isMissing() || json.isList();
        for (JsonCursor each : json.itemsIfAny()) {
            readable &= item.apply(each).isPresent();
        }
        return readable;
    }

    private static boolean week(String name, JsonCursor spans, WorkingHours.Builder hours) {
        int dash = name.indexOf('-');
        int first = DAYS.indexOf(dash < 0 ? name : name.substring(0, dash));
        int last = dash < 0 ? first : DAYS.indexOf(name.substring(dash + 1));
        if (first < 0 || last < 0) {
            spans.fault(new Fault(
                    spans.path(),
                    "a day like \"monday\", or days like \"monday-friday\"",
                    quoted(name),
                    dash < 0 ? Suggestion.of(name, DAYS) : ""));
            return false;
        }
        return items(
                spans,
                span -> span.text()
                        .map(text ->
                                hours.at(span.path()).open(DayOfWeek.of(first + 1), DayOfWeek.of(last + 1), text)));
    }

    private static boolean extra(String name, JsonCursor spans, WorkingHours.Builder hours) {
        Optional<LocalDate> date = parsed(name, LocalDate::parse);
        if (date.isEmpty()) {
            spans.fault(new Fault(spans.path(), "a date like \"2026-12-19\"", quoted(name), ""));
            return false;
        }
        return items(
                spans, span -> span.text().map(text -> hours.at(span.path()).extra(date.get(), text)));
    }

    private static String quoted(String name) {
        return name.length() > SHOWN ? Fault.unseen(name) : "\"" + name + "\"";
    }

    private static Optional<LocalDate> date(JsonCursor json) {
        Optional<LocalDate> date =
                json.isText() ? json.anyText().flatMap(text -> parsed(text, LocalDate::parse)) : Optional.empty();
        if (date.isEmpty()) {
            json.fault("a date like \"2026-12-25\"", "");
        }
        return date;
    }

    private static Optional<LocalDateTime> moment(JsonCursor json) {
        Optional<LocalDateTime> moment =
                json.isText() ? json.anyText().flatMap(text -> parsed(text, LocalDateTime::parse)) : Optional.empty();
        if (moment.isEmpty()) {
            json.fault("a local moment like \"2026-12-24T12:00\"", "");
        }
        return moment;
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Absence> absence(JsonCursor json) {
        if (json.isObject() && json.at("first").isMissing() && json.at("last").isMissing()) {
            return json.only("from", "until").isObject() ? moments(json) : Optional.empty();
        }
        json.only("first", "last");
        Optional<LocalDate> first = date(json.at("first"));
        Optional<LocalDate> last = json.at("last").isMissing() ? first : date(json.at("last"));
        return first.flatMap(day ->
                last.flatMap(end -> told(!end.isBefore(day), json.at("last"), "the first day or a later one")
                        ? json.make(() -> Absence.days(day, end))
                        : Optional.empty()));
    }

    private static Optional<Absence> moments(JsonCursor json) {
        Optional<LocalDateTime> from = moment(json.at("from"));
        Optional<LocalDateTime> until = moment(json.at("until"));
        return from.flatMap(start -> until.flatMap(end -> told(end.isAfter(start), json.at("until"), "after \"from\"")
                ? json.make(() -> new Absence(start, end))
                : Optional.empty()));
    }

    private static boolean told(boolean right, JsonCursor json, String rule) {
        if (!right) {
            json.fault(rule, "");
        }
        return right;
    }
}
