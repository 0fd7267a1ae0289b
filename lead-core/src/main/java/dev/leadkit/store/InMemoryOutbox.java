package dev.leadkit.store;

import dev.leadkit.event.Effect;
import dev.leadkit.event.EffectId;
import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Effects by their identifiers, and by type in the order in which they are free: a claim takes time in proportion to the
 * effects that are claimed and the types that there are. Of a completed one only the identifier stays known, so that it is
 * never carried out again.
 */
final class InMemoryOutbox implements Outbox {

    private static final Comparator<Waiting> ORDER =
            Comparator.comparing(Waiting::free).thenComparing(Waiting::turn);

    private final Map<EffectId, Waiting> waiting = new HashMap<>();
    private final Map<String, TreeSet<Waiting>> byType = new TreeMap<>();
    private final Set<EffectId> complete = new HashSet<>();
    private long turns;

    /** An effect, its place among those that came in, when it can be claimed at the earliest, and how often it was. */
    private record Waiting(Effect effect, long turn, Instant free, int attempts, int failures) {

        Waiting claimed(Instant until) {
            return new Waiting(effect, turn, until, attempts + 1, failures);
        }

        Waiting back(Instant dueAt, int moreFailures) {
            return new Waiting(effect, turn, dueAt, attempts, failures + moreFailures);
        }

        Waiting redacted() {
            return new Waiting(effect.redacted(), turn, free, attempts, failures);
        }

        Claim claim() {
            return new Claim(effect, attempts, failures);
        }
    }

    synchronized void put(List<Effect> fresh) {
        for (Effect effect : fresh) {
            if (!complete.contains(effect.id()) && !waiting.containsKey(effect.id())) {
                add(new Waiting(effect, turns++, effect.dueAt(), 0, 0));
            }
        }
    }

    private void add(Waiting each) {
        waiting.put(each.effect().id(), each);
        byType.computeIfAbsent(each.effect().type(), none -> new TreeSet<>(ORDER))
                .add(each);
    }

    private void remove(Waiting each) {
        waiting.remove(each.effect().id());
        TreeSet<Waiting> same = byType.getOrDefault(each.effect().type(), new TreeSet<>(ORDER));
        same.remove(each);
        if (same.isEmpty()) {
            byType.remove(each.effect().type());
        }
    }

    synchronized void redact(LeadId lead) {
        List<Waiting> ofLead = waiting.values().stream()
                .filter(each -> each.effect().lead().equals(lead))
                .toList();
        for (Waiting each : ofLead) {
            remove(each);
            add(each.redacted());
        }
    }

    @Override
    public synchronized List<Claim> claim(ClaimRequest request) {
        List<Waiting> free = new ArrayList<>();
        byType.forEach((type, same) -> {
            if (request.wants(type)) {
                same.stream()
                        .takeWhile(each -> !each.free().isAfter(request.now()))
                        .limit(request.most())
                        .forEach(free::add);
            }
        });
        return free.stream()
                .sorted(ORDER)
                .limit(request.most())
                .map(each -> replace(each, each.claimed(request.until())).claim())
                .toList();
    }

    private Waiting replace(Waiting each, Waiting by) {
        remove(each);
        add(by);
        return by;
    }

    @Override
    public synchronized boolean complete(Claim claim) {
        Optional<Waiting> held = held(claim);
        held.ifPresent(each -> {
            remove(each);
            complete.add(each.effect().id());
        });
        return held.isPresent();
    }

    @Override
    public synchronized boolean postpone(Claim claim, Instant dueAt) {
        Optional<Waiting> held = held(claim);
        held.ifPresent(each -> replace(each, each.back(dueAt, 0)));
        return held.isPresent();
    }

    @Override
    public synchronized boolean failed(Claim claim, Instant dueAt) {
        Optional<Waiting> held = held(claim);
        held.ifPresent(each -> replace(each, each.back(dueAt, 1)));
        return held.isPresent();
    }

    private Optional<Waiting> held(Claim claim) {
        return Optional.ofNullable(waiting.get(claim.effect().id()))
                .filter(each -> each.attempts() == claim.attempt() && each.failures() == claim.failures());
    }
}
