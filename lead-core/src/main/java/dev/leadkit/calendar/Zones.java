package dev.leadkit.calendar;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Suggestion;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.function.Consumer;

/** Time zones by name, and the version of what is known of them. */
final class Zones {

    private Zones() {}

    static Optional<ZoneId> read(String name, String path, Consumer<Fault> faults) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            faults.accept(new Fault(
                    path,
                    "a time zone such as \"Europe/Berlin\"",
                    "\"" + name + "\"",
                    Suggestion.of(name, ZoneId.getAvailableZoneIds())));
            return Optional.empty();
        }
    }

    /** The version of a zone's rules, such as {@code 2026a}; "fixed" for an offset, whose rules never change. */
    static String version(ZoneId zone) {
        try {
            return ZoneRulesProvider.getVersions(zone.getId()).lastKey();
        } catch (ZoneRulesException e) {
            return "fixed";
        }
    }
}
