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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings one answer into the store: it is a fact, whatever else happened to the lead while it was asked for.
 *
 * @param answer all that can be taken over
 * @param asked what the provider was asked about, as it was then; without events if nobody knows
 * @param late whether it came after its deadline
 * @param chained whether the next provider that there is something to ask goes into the outbox with it
 */
record Recorder(Enriched answer, LeadHistory asked, boolean late, boolean chained) {

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
        Enriched paid = answer;
        CommitResult result = new CommitResult.Conflict(0);
        try {
            for (int i = 0; i < TRIES && result instanceof CommitResult.Conflict; i++) {
                Optional<StoredLead> stored = store.find(answer.leadId());
                if (stored.isEmpty()) {
                    return new NotRecorded(paid, result);
                }
                LeadHistory history = stored.get().history();
                boolean erased = isErased(history);
                paid = erased ? redacted(answer) : answer;
                Enriched taken = plan.taken(free(history), answer, history);
                event = erased ? redacted(taken) : taken;
                result = store.commit(
                        commit(stored.get(), event, chained && !erased ? Optional.of(plan) : Optional.empty()));
            }
        } catch (RuntimeException e) {
            throw new UnrecordedAnswerException(paid, e);
        }
        return result instanceof CommitResult.Committed committed
                ? new Recorded(event, committed.version(), late)
                : new NotRecorded(paid, result);
    }

    /** Whether personal data that the provider was asked about is gone: then what it says of the person must not come back. */
    private boolean isErased(LeadHistory present) {
        Set<LeadEvent> there = new HashSet<>(present.events());
        return asked.events().stream().anyMatch(event -> !event.equals(event.redacted()) && !there.contains(event));
    }

    private static Enriched redacted(Enriched event) {
        return (Enriched) event.redacted();
    }

    /** Of an answer that may be in the store already, because nobody knows what became of its commit. */
    EnrichmentResult again(LeadStore store, Plan plan) {
        Optional<StoredLead> stored = store.find(answer.leadId());
        return stored.flatMap(there -> there.history().events().stream()
                        .filter(Enriched.class::isInstance)
                        .map(Enriched.class::cast)
                        .filter(this::isThis)
                        .findFirst()
                        .<EnrichmentResult>map(known -> new Recorded(known, there.version(), late)))
                .orElseGet(() -> fresh(store, plan));
    }

    /** Known by when it came, too: it may have gone in behind another answer, at another instant and so by another id. */
    private boolean isThis(Enriched event) {
        return event.id().equals(answer.id())
                || (event.provider().equals(answer.provider())
                        && event.header().recordedAt().equals(answer.header().recordedAt()));
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

    private static Commit commit(StoredLead stored, Enriched event, Optional<Plan> chain) {
        LeadHistory after = stored.history().plus(event);
        Instant now = event.occurredAt();
        List<Effect> next = chain.flatMap(plan -> plan.first(after, now)).stream()
                .map(provider -> provider.effect(after, now))
                .toList();
        return Commit.of(event.leadId(), stored.version(), List.of(event)).withEffects(next);
    }
}
