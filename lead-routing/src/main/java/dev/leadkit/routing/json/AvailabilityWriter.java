package dev.leadkit.routing.json;

import dev.leadkit.json.CalendarJson;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.Availability;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.availability.WhenAllAway;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what {@link AvailabilityReader} reads, and only what differs from what holds when left out. */
final class AvailabilityWriter {

    private final Availability from;

    AvailabilityWriter(Availability from) {
        this.from = from;
    }

    /** Adds the members of the plan. */
    void plan(Map<String, Object> tree) {
        if (!from.calendars().isEmpty()) {
            Map<String, Object> calendars = new LinkedHashMap<>();
            from.calendars().forEach((name, hours) -> calendars.put(name, CalendarJson.write(hours)));
            tree.put("calendars", calendars);
        }
        if (!(from.whenAllAway() instanceof WhenAllAway.QueueUntilNextOpen)) {
            tree.put("whenAllAway", AvailabilityReader.written(from.whenAllAway()));
        }
    }

    /** Adds the members of a rep. */
    void rep(RepId id, Map<String, Object> tree) {
        RepHours hours = from.reps().getOrDefault(id, RepHours.ALWAYS);
        hours.calendar().ifPresent(name -> tree.put("hours", name));
        hours.own().ifPresent(own -> tree.put("hours", CalendarJson.write(own)));
        if (!hours.outOfOffice().isEmpty()) {
            tree.put(
                    "outOfOffice",
                    hours.outOfOffice().stream()
                            .map(AvailabilityWriter::outOfOffice)
                            .toList());
        }
        hours.substitute().ifPresent(rep -> tree.put("substitute", rep.value()));
    }

    private static Map<String, Object> outOfOffice(OutOfOffice away) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("from", away.from().toString());
        tree.put("until", away.until().toString());
        away.substitute().ifPresent(rep -> tree.put("substitute", rep.value()));
        if (away.kind() == OutOfOffice.Kind.SOFT) {
            tree.put("kind", "soft");
        }
        return tree;
    }
}
