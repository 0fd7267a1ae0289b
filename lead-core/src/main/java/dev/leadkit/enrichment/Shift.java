package dev.leadkit.enrichment;

import dev.leadkit.enrichment.Asking.Terms;
import dev.leadkit.enrichment.EnrichmentResult.NoAnswer;
import dev.leadkit.enrichment.EnrichmentResult.NotAsked;
import dev.leadkit.enrichment.EnrichmentResult.NotRecorded;
import dev.leadkit.enrichment.EnrichmentResult.Reason;
import dev.leadkit.enrichment.EnrichmentResult.Recorded;
import dev.leadkit.event.Effect;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Claim;
import dev.leadkit.store.LeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One worker's batch of claims; remembers which providers need not be asked any more. */
final class Shift {

    private static final int MOST_DOUBLINGS = 20;

    private final LeadStore store;
    private final Plan plan;
    private final Asking asking;
    private final Consumer<LeadId> request;
    private final Map<String, Instant> waiting = new HashMap<>();

    Shift(LeadStore store, Plan plan, Asking asking, Consumer<LeadId> request) {
        this.store = store;
        this.plan = plan;
        this.asking = asking;
        this.request = request;
    }

    List<EnrichmentResult> work(List<Claim> claims, Instant until) {
        List<EnrichmentResult> results = new ArrayList<>();
        for (Claim claim : claims) {
            results.add(work(claim, until));
        }
        return List.copyOf(results);
    }

    private EnrichmentResult work(Claim claim, Instant until) {
        Effect effect = claim.effect();
        Optional<Provider> provider =
                plan.providers().stream().filter(each -> each.isMeant(effect)).findFirst();
        if (provider.isEmpty()) {
            return new NotAsked(effect.lead(), Provider.named(effect), Reason.UNKNOWN_PROVIDER);
        }
        EnrichmentResult result = waiting.containsKey(provider.get().name())
                ? new NotAsked(effect.lead(), provider.get().name(), Reason.PROVIDER_WAITS)
                : asking.ask(provider.get(), effect.lead(), new Terms(Optional.of(effect), until));
        settle(claim, result);
        return result;
    }

    private void settle(Claim claim, EnrichmentResult result) {
        Instant later = asking.now().plus(plan.policy().retryAfter());
        if (result instanceof Recorded || result instanceof NotRecorded) {
            store.outbox().complete(claim);
        } else if (result instanceof NotAsked not) {
            settle(claim, not, later);
        } else if (result instanceof NoAnswer silent) {
            waiting.put(silent.provider(), silent.tryAt());
            store.outbox().postpone(claim, silent.tryAt());
        } else {
            store.outbox().failed(claim, asking.now().plus(backOff(claim.failures())));
        }
    }

    /** A call that fails may have been paid: twice as long each time, until it is as rare as an answer would be. */
    private Duration backOff(int failures) {
        Duration wait = plan.policy().retryAfter().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration longest = plan.policy().askAgainAfter();
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    private void settle(Claim claim, NotAsked not, Instant later) {
        switch (not.reason()) {
            case NO_SUCH_LEAD, ERASED, HISTORY_FULL -> store.outbox().complete(claim);
            case ANSWERED -> {
                request.accept(not.lead());
                store.outbox().complete(claim);
            }
            case NOTHING_WANTED, NOT_WORTH_ASKING, ASKED_LATELY -> {
                request.accept(not.lead());
                store.outbox().postpone(claim, asking.now().plus(plan.policy().askAgainAfter()));
            }
            case BUDGET_SPENT -> {
                waiting.put(not.provider(), later);
                store.outbox().postpone(claim, later);
            }
            case PROVIDER_WAITS -> store.outbox().postpone(claim, waiting.getOrDefault(not.provider(), later));
            case NO_TIME_LEFT -> store.outbox().postpone(claim, asking.now());
            case BEING_ASKED, UNKNOWN_PROVIDER -> store.outbox().postpone(claim, later);
        }
    }
}
