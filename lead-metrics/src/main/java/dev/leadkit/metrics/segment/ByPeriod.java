package dev.leadkit.metrics.segment;

import static java.util.Objects.requireNonNull;

import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.LocalDay;
import java.time.ZoneId;
import java.util.Locale;

record ByPeriod(PeriodUnit unit, ZoneId zone) implements Grouping {

    ByPeriod {
        requireNonNull(unit, "unit");
        requireNonNull(zone, "zone");
    }

    @Override
    public String of(LeadFacts facts) {
        return facts.captured()
                .map(event -> unit.name(LocalDay.of(event.at(), zone)))
                .orElse(MISSING);
    }

    @Override
    public String name() {
        return "captured:" + unit.name().toLowerCase(Locale.ROOT) + ":" + zone;
    }
}
