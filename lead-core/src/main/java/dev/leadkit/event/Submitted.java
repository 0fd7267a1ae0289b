package dev.leadkit.event;

import dev.leadkit.lead.FieldValues;
import java.util.HashSet;
import java.util.Set;

/** A provider fills what nobody said anything about: what was submitted, or cleared, stays whatever is learned when. */
final class Submitted {

    private final Set<String> fields = new HashSet<>(0);

    /** Remembers what an event, the next one in their order, says. */
    void add(LeadEvent event) {
        if (!(event instanceof Enriched)) {
            FieldValues values = event.values();
            values.fields().forEach(field -> fields.add(field.name()));
            fields.addAll(values.cleared());
        }
    }

    /** What of the values of an event counts behind all that was added before it. */
    FieldValues counted(LeadEvent event) {
        return event instanceof Enriched ? event.values().without(fields) : event.values();
    }
}
