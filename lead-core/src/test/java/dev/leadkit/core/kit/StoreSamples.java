package dev.leadkit.core.kit;

import dev.leadkit.capture.Submission;
import dev.leadkit.event.Assigned;
import dev.leadkit.event.Captured;
import dev.leadkit.event.Effect;
import dev.leadkit.event.EffectId;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.Origin;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Commit;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.IdempotencyKey;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Payload;
import dev.leadkit.store.QuarantinedSubmission;
import dev.leadkit.store.Reservation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the contracts of the store put in. Everything happens on one morning, by the second. */
final class StoreSamples {

    static final Instant DAY = Instant.parse("2026-03-01T09:00:00Z");
    static final LeadId LEAD = new LeadId("L-1");
    static final LeadId OTHER = new LeadId("L-2");
    static final MatchKey EMAIL = new MatchKey("email", "ada@example.org");
    static final MatchKey PHONE = new MatchKey("phone", "+442071234567");
    static final String RESULT = "the first result";
    static final int ALL = 100_000;

    private StoreSamples() {}

    static Instant at(int second) {
        return DAY.plusSeconds(second);
    }

    static EventHeader header(LeadId lead, String id, int second) {
        return new EventHeader(new EventId(id), lead, at(second), at(1_000_000));
    }

    static Captured captured(LeadId lead) {
        return captured(lead, "ada@example.org", "GB");
    }

    static Captured captured(LeadId lead, String email, String country) {
        FieldValues values = FieldValues.builder()
                .set(StandardFields.EMAIL, new EmailAddress(email))
                .set(StandardFields.COUNTRY, country)
                .build();
        return Captured.of(
                header(lead, "captured-" + lead, 0), new Origin("web", lead.value(), true), new Stage("new"), values);
    }

    static Interacted visited(LeadId lead, int second) {
        return new Interacted(header(lead, "visit-" + lead + "-" + second, second), Interaction.inbound("page.viewed"));
    }

    static Assigned assigned(int second, long token) {
        return new Assigned(
                header(LEAD, "assigned-" + token + "-" + second, second),
                new RepId("ben"),
                token,
                new ModelRef("plan", "1"),
                "free");
    }

    /** An effect that is due at the given second, with personal content. */
    static Effect effect(LeadId lead, String id, int second) {
        return effect(lead, "mail.welcome", id, second);
    }

    static Effect effect(LeadId lead, String type, String id, int second) {
        return new Effect(
                new EffectId(id),
                lead,
                type,
                at(second),
                new TreeMap<>(Map.of("template", "hello")),
                new TreeMap<>(Map.of("to", "ada@example.org")));
    }

    static Commit commitOf(long version, LeadEvent... events) {
        return Commit.of(events[0].leadId(), version, List.of(events));
    }

    static Commit keyed(long version, MatchKey key, LeadEvent event) {
        return commitOf(version, event).withKeys(Set.of(key), Set.of());
    }

    static Commit shared(long version, MatchKey key, LeadEvent event) {
        return commitOf(version, event).withKeys(Set.of(), Set.of(key));
    }

    static Commit due(long version, LeadEvent event, Effect... effects) {
        return commitOf(version, event).withEffects(List.of(effects));
    }

    static Commit once(long version, String key, String payload, LeadEvent event) {
        return commitOf(version, event).withReservation(reservation(key, payload));
    }

    /** A reservation that is kept for a minute. */
    static Optional<Reservation> reservation(String key, String payload) {
        return Optional.of(new Reservation(new IdempotencyKey(key, payload), RESULT, at(60)));
    }

    static Submission submission(String externalId, String email) {
        return new Submission("web", externalId, Optional.of(DAY), Map.of("email", email, "country", "GB"));
    }

    /** What came in under this name, kept until the given second. */
    static Payload payload(String externalId, int keepUntil) {
        return new Payload(submission(externalId, "ada@example.org"), DAY, at(keepUntil));
    }

    /** A bad record, kept until the given second. */
    static QuarantinedSubmission bad(String externalId, String rule, int keepUntil) {
        Fault fault = new Fault("email", rule, "text of 3 characters", "Ask for it again");
        return new QuarantinedSubmission(submission(externalId, "ada"), List.of(fault), DAY, at(keepUntil));
    }

    /** The events of the whole feed. */
    static List<LeadEvent> feed(LeadStore store) {
        return store.feed(0, ALL).stream().map(FeedEvent::event).toList();
    }
}
