package dev.leadkit.desk;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Submission;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.LeadStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tests of the desk share. */
final class Desks {

    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    static final LeadId ADA = LeadId.derived("web", "1");

    private Desks() {}

    static LeadDeskBuilder on(LeadStore store) {
        return on(store, NOW);
    }

    static LeadDeskBuilder on(LeadStore store, Instant now) {
        return LeadDesk.builder(store, () -> now).mapping("web", Desks::map);
    }

    /** Knows the columns email and country; a country "?" is an error. */
    static Mapped map(Submission submission) {
        FieldValues.Builder values = FieldValues.builder();
        Map<String, String> texts = submission.values();
        Optional.ofNullable(texts.get("email"))
                .ifPresent(text -> values.set(StandardFields.EMAIL, new EmailAddress(text)));
        Optional.ofNullable(texts.get("country")).ifPresent(text -> values.set(StandardFields.COUNTRY, text));
        boolean broken = "?".equals(texts.get("country"));
        List<Fault> errors = broken ? List.of(new Fault("country", "a country", "\"?\"")) : List.of();
        return new Mapped(values.build(), errors, List.of());
    }

    static Submission submission(String externalId, String email) {
        return new Submission("web", externalId, Optional.empty(), Map.of("email", email));
    }

    static LeadId captured(LeadDesk desk) {
        CaptureOutcome outcome = desk.capture(
                new Submission("web", "1", Optional.of(NOW.minusSeconds(86_400)), Map.of("email", "ada@example.org")));
        return outcome.leadId().orElseThrow();
    }

    static List<LeadEvent> feed(LeadStore store) {
        return store.feed(0, 100_000).stream().map(FeedEvent::event).toList();
    }

    static Score points(long points) {
        Contribution rule = new Contribution("fit", "r", Contribution.Kind.RULE, Points.of(points));
        return new Score(
                new ModelRef("model", "1"),
                Map.of("fit", Points.of(points)),
                Optional.empty(),
                List.of(rule),
                List.of());
    }

    /** One point for every interaction. */
    static LeadScorer counting() {
        return (history, asOf) -> points(history.until(asOf).interactions().size());
    }
}
