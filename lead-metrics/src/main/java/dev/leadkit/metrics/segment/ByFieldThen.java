package dev.leadkit.metrics.segment;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import java.util.Optional;

record ByFieldThen(ByField latest, AsOf when) implements Grouping {

    ByFieldThen {
        requireNonNull(when, "when");
    }

    @Override
    public String of(LeadFacts facts) {
        return when.of(facts).map(until -> latest.in(then(facts, until))).orElseGet(() -> latest.of(facts));
    }

    private static FieldValues then(LeadFacts facts, FactEvent until) {
        FieldValues values = FieldValues.EMPTY;
        for (FactEvent event : facts.events()) {
            if (until.isBefore(event)) {
                break;
            }
            values = told(event).map(values::overlay).orElse(values);
        }
        return values;
    }

    private static Optional<FieldValues> told(FactEvent event) {
        if (event.what() instanceof Occurrence.Submitted submitted) {
            return Optional.of(submitted.values());
        }
        return event.what() instanceof Occurrence.Valued valued ? Optional.of(valued.values()) : Optional.empty();
    }

    @Override
    public String name() {
        return latest.name() + "@" + when.label();
    }
}
