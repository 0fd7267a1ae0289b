package dev.leadkit.store;

import dev.leadkit.event.Effect;
import dev.leadkit.event.EffectId;
import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Effects by their identifiers; a completed one stays known, so that it is never carried out again. */
final class InMemoryOutbox implements Outbox {

    private final Map<EffectId, Waiting> effects = new LinkedHashMap<>();

    /** An effect, when it can be claimed at the earliest, how often it was, and whether it is complete. */
    private record Waiting(Effect effect, Instant free, int attempts, boolean complete) {}

    synchronized void put(List<Effect> fresh) {
        fresh.forEach(effect -> effects.putIfAbsent(effect.id(), new Waiting(effect, effect.dueAt(), 0, false)));
    }

    synchronized void redact(LeadId lead) {
        effects.replaceAll((id, each) -> each.effect().lead().equals(lead)
                ? new Waiting(each.effect().redacted(), each.free(), each.attempts(), each.complete())
                : each);
    }

    @Override
    public synchronized List<Claim> claim(Instant now, Instant until, int most) {
        if (most < 1 || !until.isAfter(now)) {
            throw new IllegalArgumentException("claim must end after it begins and have room for an effect, was " + now
                    + " to " + until + ", most " + most);
        }
        List<Waiting> free = effects.values().stream()
                .filter(each -> !each.complete() && !each.free().isAfter(now))
                .sorted(Comparator.comparing(Waiting::free))
                .limit(most)
                .toList();
        List<Claim> claims = new ArrayList<>();
        for (Waiting each : free) {
            int attempt = each.attempts() + 1;
            effects.put(each.effect().id(), new Waiting(each.effect(), until, attempt, false));
            claims.add(new Claim(each.effect(), attempt));
        }
        return List.copyOf(claims);
    }

    @Override
    public synchronized boolean complete(Claim claim) {
        return settle(claim, claim.effect().dueAt(), true);
    }

    @Override
    public synchronized boolean postpone(Claim claim, Instant dueAt) {
        return settle(claim, dueAt, false);
    }

    private boolean settle(Claim claim, Instant free, boolean complete) {
        EffectId id = claim.effect().id();
        Waiting waiting = effects.get(id);
        if (waiting == null || waiting.complete() || waiting.attempts() != claim.attempt()) {
            return false;
        }
        effects.put(id, new Waiting(waiting.effect(), free, waiting.attempts(), complete));
        return true;
    }
}
