package dev.leadkit.scoring.kit;

import dev.leadkit.event.Interacted;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldValues;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** Writes a generated lead down for the message of a failed law. Generated leads are nobody's: their values are shown. */
final class Shown {

    private Shown() {}

    /** The lead and its events, a line each, with their ages at the moment. */
    static String lead(LeadHistory history, Instant asOf) {
        String events = history.events().stream()
                .map(event -> "\n  " + event(event) + " " + age(event, asOf))
                .collect(Collectors.joining());
        return "the lead as of " + asOf + (events.isEmpty() ? " without events" : ":" + events) + "\n";
    }

    private static String age(LeadEvent event, Instant asOf) {
        Duration age = Duration.between(event.occurredAt(), asOf);
        return age.isNegative() ? age.negated() + " ahead" : age + " ago";
    }

    private static String event(LeadEvent event) {
        if (event instanceof Interacted done) {
            return "interaction " + done.interaction().type() + " "
                    + done.interaction().direction() + " " + done.interaction().properties();
        }
        FieldValues values = event.values();
        String told = values.fields().stream()
                .map(field -> field.name() + "=" + values.text(field.name()).orElse(""))
                .collect(Collectors.joining(", "));
        String cleared = values.cleared().isEmpty() ? "" : " cleared " + values.cleared();
        return event.getClass().getSimpleName() + (told.isEmpty() ? "" : " " + told) + cleared;
    }
}
