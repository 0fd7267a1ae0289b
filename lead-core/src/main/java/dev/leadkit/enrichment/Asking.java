package dev.leadkit.enrichment;

import dev.leadkit.enrichment.EnrichmentAnswer.Found;
import dev.leadkit.enrichment.EnrichmentAnswer.NoCredit;
import dev.leadkit.enrichment.EnrichmentAnswer.Unavailable;
import dev.leadkit.enrichment.EnrichmentResult.NoAnswer;
import dev.leadkit.enrichment.EnrichmentResult.NotAsked;
import dev.leadkit.enrichment.EnrichmentResult.Reason;
import dev.leadkit.enrichment.EnrichmentResult.Silence;
import dev.leadkit.event.Effect;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.LeadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks one provider about one lead, and keeps what it says. */
record Asking(LeadStore store, InstantSource clock, Plan plan, Budget budget, Set<Turn> turns) {

    /** Who is asked about whom just now, in this process: nobody else asks meanwhile. */
    record Turn(LeadId lead, String provider) {}

    /** Under what terms: an effect that must still be the current one, and until when the worker may take. */
    record Terms(Optional<Effect> effect, Instant until) {}

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    EnrichmentResult ask(Provider provider, LeadId lead, Terms terms) {
        Turn turn = new Turn(lead, provider.name());
        if (!turns.add(turn)) {
            return new NotAsked(lead, provider.name(), Reason.BEING_ASKED);
        }
        try {
            return store.find(lead)
                    .map(stored -> ask(provider, stored.history(), terms))
                    .orElseGet(() -> new NotAsked(lead, provider.name(), Reason.NO_SUCH_LEAD));
        } finally {
            turns.remove(turn);
        }
    }

    private EnrichmentResult ask(Provider provider, LeadHistory history, Terms terms) {
        Instant now = now();
        if (terms.effect().filter(effect -> Provider.isErased(effect, history)).isPresent()) {
            return new NotAsked(history.id(), provider.name(), Reason.ERASED);
        }
        boolean done = terms.effect()
                .filter(effect -> !provider.effect(history, now).id().equals(effect.id()))
                .isPresent();
        if (done) {
            return new NotAsked(history.id(), provider.name(), Reason.ANSWERED);
        }
        Instant deadline = now.plus(plan.policy().timeout());
        return plan.obstacle(provider, history, now)
                .or(() -> deadline.isAfter(terms.until())
                        ? Optional.of(new NotAsked(history.id(), provider.name(), Reason.NO_TIME_LEFT))
                        : Optional.empty())
                .or(() -> unpaid(provider, history.id()))
                .orElseGet(
                        () -> paid(provider, history, deadline, terms.effect().isPresent()));
    }

    /** Why there is no call to pay with, if there is none. */
    private Optional<EnrichmentResult> unpaid(Provider provider, LeadId lead) {
        Guarded<Boolean> taken = Guarded.of("budget", () -> budget.take(provider.name()));
        return taken.failed(lead, provider.name())
                .or(() -> taken.value()
                        .filter(yes -> !yes)
                        .map(no -> new NotAsked(lead, provider.name(), Reason.BUDGET_SPENT)));
    }

    private EnrichmentResult paid(Provider provider, LeadHistory history, Instant deadline, boolean chained) {
        EnrichmentQuestion question = new EnrichmentQuestion(
                history.lead(), EnrichmentQuestion.byName(plan.wanted(provider, history)), deadline);
        Guarded<EnrichmentAnswer> called =
                Guarded.of(provider.name(), () -> provider.enricher().answer(question));
        Instant at = now();
        return called.failed(history.id(), provider.name()).orElseGet(() -> {
            EnrichmentAnswer answer = called.value().orElseThrow();
            return silence(answer)
                    .map(silence -> unanswered(new Turn(history.id(), provider.name()), silence, tryAt(answer, at)))
                    .orElseGet(() -> new Recorder(
                                    event(provider, history.id(), answer, at), history, at.isAfter(deadline), chained)
                            .fresh(store, plan));
        });
    }

    private static Optional<Silence> silence(EnrichmentAnswer answer) {
        if (answer instanceof NoCredit) {
            return Optional.of(Silence.NO_CREDIT);
        }
        return answer instanceof Unavailable ? Optional.of(Silence.UNAVAILABLE) : Optional.empty();
    }

    private Instant tryAt(EnrichmentAnswer answer, Instant at) {
        Optional<Duration> told =
                answer instanceof Unavailable unavailable ? unavailable.tryAgainAfter() : Optional.empty();
        return at.plus(told.orElse(plan.policy().retryAfter()));
    }

    private EnrichmentResult unanswered(Turn turn, Silence silence, Instant tryAt) {
        Guarded<Boolean> back = Guarded.of("budget", () -> {
            budget.giveBack(turn.provider());
            return true;
        });
        return back.failed(turn.lead(), turn.provider())
                .orElseGet(() -> new NoAnswer(turn.lead(), turn.provider(), silence, tryAt));
    }

    /** Only what the provider may fill, as the host declared it: another type or another notion of what is personal is not it. */
    private static Enriched event(Provider provider, LeadId lead, EnrichmentAnswer answer, Instant at) {
        EventHeader header = Recorder.header(lead, provider.name(), at);
        Found found = answer instanceof Found values ? values : Found.of(FieldValues.EMPTY);
        Set<String> others = found.values().fields().stream()
                .filter(field -> !provider.fills().contains(field))
                .map(field -> field.name())
                .collect(Collectors.toSet());
        FieldValues values = found.values().without(others);
        TreeMap<String, Integer> confidence = new TreeMap<>(found.confidence());
        confidence.keySet().removeAll(others);
        return new Enriched(header, provider.name(), values.skeleton(), values.personal(), confidence);
    }
}
