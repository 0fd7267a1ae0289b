package dev.leadkit.routing.json;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.json.CalendarJson;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.Availability;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.availability.WhenAllAway;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a plan says of hours and absences: {@code calendars} and {@code whenAllAway} of the plan, then {@code hours}, {@code
 * outOfOffice} and {@code substitute} of each rep. What cannot be read is a fault, and something harmless takes its place, so that
 * the builder still finds its own faults, at the right places.
 */
final class AvailabilityReader {

    static final String[] OUT_OF_OFFICE = {"first", "last", "zone", "from", "until", "substitute", "kind"};
    private static final String QUEUE_UNTIL_NEXT_OPEN = "queueUntilNextOpen";
    private static final String OVERRIDE = "override";
    private static final String ZONE = "a time zone such as \"Europe/Berlin\"";
    private static final List<String> KINDS = List.of("hard", "soft");

    private final Availability.Builder to;
    private final Map<String, JsonCursor> places = new LinkedHashMap<>();
    private final Map<String, Optional<OpenHours>> calendars = new LinkedHashMap<>();
    private final Set<String> beingRead = new HashSet<>();

    AvailabilityReader(Availability.Builder to) {
        this.to = to;
    }

    /** Reads the members of the plan; the reps come afterwards. */
    void plan(JsonCursor plan) {
        if (!plan.at("calendars").isMissing()) {
            places.putAll(plan.at("calendars").members());
        }
        places.forEach((name, json) -> {
            OpenHours hours = calendar(name, json).orElse(OpenHours.NEVER);
            json.make(() -> to.calendar(name, hours));
        });
        if (!plan.at("whenAllAway").isMissing()) {
            whenAllAway(plan.at("whenAllAway")).ifPresent(to::whenAllAway);
        }
    }

    private Optional<OpenHours> calendar(String name, JsonCursor json) {
        Optional<OpenHours> known = calendars.get(name);
        if (known == null) {
            beingRead.add(name);
            known = CalendarJson.read(json, this::named);
            beingRead.remove(name);
            calendars.put(name, known);
        }
        return known;
    }

    /** Hours by the name of a calendar, within a calendar or a rep's own hours. */
    private Optional<OpenHours> named(JsonCursor json) {
        return json.text().flatMap(name -> named(name, json));
    }

    private Optional<OpenHours> named(String name, JsonCursor json) {
        JsonCursor place = places.get(name);
        if (place == null) {
            json.fault("the name of a calendar", Suggestion.of(name, places.keySet()));
            return Optional.empty();
        }
        if (beingRead.contains(name)) {
            json.fault("the name of a calendar that is not made of this one", "");
            return Optional.empty();
        }
        return calendar(name, place);
    }

    private static Optional<WhenAllAway> whenAllAway(JsonCursor json) {
        if (!json.isObject()) {
            return json.oneOf(List.of(QUEUE_UNTIL_NEXT_OPEN, OVERRIDE))
                    .map(word -> word.equals(OVERRIDE)
                            ? new WhenAllAway.RouteAnyway()
                            : new WhenAllAway.QueueUntilNextOpen());
        }
        json.only("queue", "rep");
        if (json.at("queue").isMissing() == json.at("rep").isMissing()) {
            json.fault("either {\"queue\": \"...\"} or {\"rep\": \"...\"}", "");
            return Optional.empty();
        }
        return json.at("rep").isMissing()
                ? json.at("queue").text().map(WhenAllAway.FallbackQueue::new)
                : rep(json.at("rep")).map(WhenAllAway.FallbackRep::new);
    }

    private static Optional<RepId> rep(JsonCursor json) {
        return json.text().flatMap(id -> json.make(() -> new RepId(id)));
    }

    /** Reads the members of a rep. */
    void rep(JsonCursor json, RepId id) {
        Optional<RepHours> hours = hours(json.at("hours"));
        Optional<OpenHours> known = json.at("hours").isMissing() ? Optional.of(OpenHours.ALWAYS) : known(hours);
        List<OutOfOffice> away = new ArrayList<>();
        for (JsonCursor item : json.at("outOfOffice").itemsIfAny()) {
            Instant standIn = Calendar.EARLIEST.plusSeconds(away.size());
            away.add(outOfOffice(item, known)
                    .orElseGet(() ->
                            new OutOfOffice(standIn, standIn.plusSeconds(1), Optional.empty(), OutOfOffice.Kind.HARD)));
        }
        Optional<RepId> substitute = json.at("substitute").isMissing() ? Optional.empty() : rep(json.at("substitute"));
        RepHours read = hours.orElse(RepHours.ALWAYS);
        json.at("outOfOffice")
                .make(() -> new RepHours(read.calendar(), read.own(), away, substitute))
                .filter(made -> !made.equals(RepHours.ALWAYS))
                .ifPresent(made -> to.at(json.path()).rep(id, made));
    }

    private Optional<RepHours> hours(JsonCursor json) {
        if (json.isText()) {
            return json.text().map(RepHours::named);
        }
        return json.isMissing()
                ? Optional.empty()
                : CalendarJson.read(json, this::named).map(RepHours::own);
    }

    /** The hours as far as they could be read. */
    private Optional<OpenHours> known(Optional<RepHours> hours) {
        return hours.flatMap(each ->
                each.own().or(() -> each.calendar().flatMap(name -> calendars.getOrDefault(name, Optional.empty()))));
    }

    private static Optional<OutOfOffice> outOfOffice(JsonCursor json, Optional<OpenHours> hours) {
        json.only(OUT_OF_OFFICE);
        Optional<RepId> substitute = json.at("substitute").isMissing() ? Optional.empty() : rep(json.at("substitute"));
        boolean soft = !json.at("kind").isMissing()
                && json.at("kind").oneOf(KINDS).filter(KINDS.get(1)::equals).isPresent();
        return stretch(json, hours)
                .map(away ->
                        substitute.map(rep -> away.substitutedBy(rep.value())).orElse(away))
                .map(away -> soft ? away.soft() : away);
    }

    private static Optional<OutOfOffice> stretch(JsonCursor json, Optional<OpenHours> hours) {
        if (json.at("from").isMissing() && json.at("until").isMissing()) {
            Optional<LocalDate> first = date(json.at("first"));
            Optional<LocalDate> last = json.at("last").isMissing() ? first : date(json.at("last"));
            Optional<ZoneId> zone = zone(json, hours);
            return first.flatMap(start ->
                    last.flatMap(end -> zone.flatMap(where -> json.make(() -> OutOfOffice.days(start, end, where)))));
        }
        for (String name : List.of("first", "last", "zone")) {
            if (!json.at(name).isMissing()) {
                json.at(name).fault("left out beside \"from\" and \"until\"", "");
            }
        }
        Optional<Instant> from = json.at("from").instant();
        Optional<Instant> until = json.at("until").instant();
        return from.flatMap(start -> until.flatMap(
                end -> json.make(() -> new OutOfOffice(start, end, Optional.empty(), OutOfOffice.Kind.HARD))));
    }

    private static Optional<LocalDate> date(JsonCursor json) {
        try {
            return json.text().map(LocalDate::parse);
        } catch (DateTimeException e) {
            json.fault("a date like \"2026-12-24\"", "");
            return Optional.empty();
        }
    }

    /** The zone as written, else the only one of the hours; any will do if the hours are at fault already. */
    private static Optional<ZoneId> zone(JsonCursor json, Optional<OpenHours> hours) {
        JsonCursor zone = json.at("zone");
        if (!zone.isMissing()) {
            return zone.text().flatMap(name -> zone(zone, name));
        }
        Set<String> zones = hours.<Set<String>>map(
                        known -> Calendar.of(known).zoneRules().keySet())
                .orElse(Set.of("UTC"));
        if (zones.size() != 1 && json.isObject()) {
            zone.fault(ZONE, "The rep's hours do not tell whose days these are.");
        }
        return zones.size() == 1 ? Optional.of(ZoneId.of(zones.iterator().next())) : Optional.empty();
    }

    private static Optional<ZoneId> zone(JsonCursor json, String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            json.fault(ZONE, Suggestion.of(name, ZoneId.getAvailableZoneIds()));
            return Optional.empty();
        }
    }

    static Object written(WhenAllAway answer) {
        if (answer instanceof WhenAllAway.FallbackQueue queue) {
            return Map.of("queue", queue.queue());
        }
        if (answer instanceof WhenAllAway.FallbackRep rep) {
            return Map.of("rep", rep.rep().value());
        }
        return answer instanceof WhenAllAway.RouteAnyway ? OVERRIDE : QUEUE_UNTIL_NEXT_OPEN;
    }
}
