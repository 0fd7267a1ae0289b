package dev.leadkit.enrichment;

import dev.leadkit.enrichment.EnrichmentResult.NotRecorded;
import dev.leadkit.enrichment.EnrichmentResult.Recorded;
import dev.leadkit.event.Effect;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Brings one answer into the store: it is a fact, whatever else happened to the lead while it was asked for.
 *
 * @param answer all that can be taken over
 * @param late whether it came after its deadline
 * @param chained whether the next provider that there is something to ask goes into the outbox with it
 */
record Recorder(Enriched answer, boolean late, boolean chained) {

    private static final int TRIES = 100;

    /** The finest step that common databases keep. */
    private static final Duration STEP = Duration.of(1, ChronoUnit.MICROS);

    /** Clocks of two machines may differ a little. */
    private static final Duration CLOSE = Duration.ofSeconds(1);

    static EventHeader header(LeadId lead, String provider, Instant at) {
        return new EventHeader(EventId.derived(lead, "enriched", provider, at.toString()), lead, at, at);
    }

    EnrichmentResult fresh(LeadStore store, Plan plan) {
        Enriched event = answer;
        CommitResult result = new CommitResult.Conflict(0);
        try {
            for (int i = 0; i < TRIES && result instanceof CommitResult.Conflict; i++) {
                Optional<StoredLead> stored = store.find(answer.leadId());
                if (stored.isEmpty()) {
                    return new NotRecorded(answer, result);
                }
                LeadHistory history = stored.get().history();
                event = plan.taken(free(history), answer, history);
                result = store.commit(commit(stored.get(), event, plan));
            }
        } catch (RuntimeException e) {
            throw new UnrecordedAnswerException(answer, e);
        }
        return result instanceof CommitResult.Committed committed
                ? new Recorded(event, committed.version(), late)
                : new NotRecorded(answer, result);
    }

    /** Of an answer that may be in the store already, because nobody knows what became of its commit. */
    EnrichmentResult again(LeadStore store, Plan plan) {
        Optional<StoredLead> stored = store.find(answer.leadId());
        return stored.flatMap(there -> there.history().events().stream()
                        .filter(event -> event.id().equals(answer.id()))
                        .findFirst()
                        .<EnrichmentResult>map(known -> new Recorded((Enriched) known, there.version(), late)))
                .orElseGet(() -> fresh(store, plan));
    }

    /**
     * An answer is decided on what was answered before, so it comes behind that, even if clocks differ up to a second: two
     * answers at one instant would be folded in any order.
     */
    private EventHeader free(LeadHistory history) {
        Instant at = history.events().stream()
                .filter(Enriched.class::isInstance)
                .map(LeadEvent::occurredAt)
                .filter(earlier -> isClose(answer.occurredAt(), earlier))
                .max(Comparator.naturalOrder())
                .map(latest -> latest.plus(STEP))
                .orElse(answer.occurredAt());
        while (isTaken(history, id(at))) {
            at = at.plus(STEP);
        }
        return new EventHeader(id(at), answer.leadId(), at, answer.header().recordedAt());
    }

    private static boolean isClose(Instant at, Instant other) {
        return !other.isBefore(at) && Duration.between(at, other).compareTo(CLOSE) <= 0;
    }

    private EventId id(Instant at) {
        return header(answer.leadId(), answer.provider(), at).id();
    }

    private static boolean isTaken(LeadHistory history, EventId id) {
        return history.events().stream().anyMatch(event -> event.id().equals(id));
    }

    private Commit commit(StoredLead stored, Enriched event, Plan plan) {
        LeadHistory after = stored.history().plus(event);
        List<Effect> next = chained ? next(after, event.occurredAt(), plan) : List.of();
        return Commit.of(event.leadId(), stored.version(), List.of(event)).withEffects(next);
    }

    private static List<Effect> next(LeadHistory after, Instant now, Plan plan) {
        return plan.first(after, now).map(each -> each.effect(after, now)).stream()
                .toList();
    }
}
