package dev.leadkit.examples.embed;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Scored;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.release.LiveScorer;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Keeps the score of every lead up to date, and scores a lead only where its score may have changed: something happened to it,
 * the score has run out, or there is another model. It has no thread and no timer: the host calls {@link #run} when events have
 * come in, when {@link #next} is reached, and after a reload. For one thread.
 */
final class Rescoring {

    private static final int PAGE = 500;

    private final LeadStore store;
    private final LiveScorer live;
    private final InstantSource clock;
    private final BiConsumer<LeadId, List<Fault>> faults;

    Rescoring(LeadStore store, LiveScorer live, InstantSource clock, BiConsumer<LeadId, List<Fault>> faults) {
        this.store = store;
        this.live = live;
        this.clock = clock;
        this.faults = faults;
        this.lastEngine = live.engine();
    }

    // spotless:off
    // tag::rescoring[]
    private final Map<LeadId, Score> scores = new HashMap<>(); // a table of your own
    private final DueLeads due = new DueLeads(); // a table (lead, due) with an index on due
    private long position; // a row of your own, for the feed
    private ScoringEngine lastEngine;

    /** Scores what is due, who has waited longest first; fewer than the most were all. */
    List<LeadId> run(int most) {
        Instant now = clock.instant();
        ScoringEngine engine = live.engine(); // one for the whole run: a reload meanwhile is the next run's
        if (engine != lastEngine) {
            scores.keySet().forEach(lead -> due.notLaterThan(lead, now));
            lastEngine = engine;
        }
        readFeed(now);
        List<LeadId> leads = due.by(now, most);
        Map<LeadId, StoredLead> stored = store.find(leads); // if it throws, all of them are still due
        for (LeadId lead : leads) {
            Optional.ofNullable(stored.get(lead))
                    .ifPresentOrElse(found -> score(found.history(), engine, now), () -> forget(lead));
        }
        return leads;
    }

    private void readFeed(Instant now) {
        List<FeedEvent> page = store.feed(position, PAGE);
        while (!page.isEmpty()) {
            page.stream().map(FeedEvent::event).filter(Rescoring::counts)
                    .forEach(event -> due.notLaterThan(event.leadId(), now));
            position = page.get(page.size() - 1).position();
            page = store.feed(position, PAGE);
        }
    }

    private void score(LeadHistory history, ScoringEngine engine, Instant now) {
        Score score = engine.score(history, now);
        scores.put(history.id(), score);
        due.set(history.id(), until(history, engine, now)); // empty: a score that stays waits in no queue
        if (!score.faults().isEmpty()) {
            due.notLaterThan(history.id(), now.plusMillis(1)); // what failed may not fail again
            faults.accept(history.id(), score.faults());
        }
    }

    /** Until time alone makes it another score, or an event that is told already begins to count: a call that is booked. */
    private static Optional<Instant> until(LeadHistory history, ScoringEngine engine, Instant now) {
        Stream<Instant> ahead = history.events().stream()
                .filter(Rescoring::counts).map(LeadEvent::occurredAt).filter(now::isBefore);
        return Stream.concat(engine.validUntil(history, now).stream(), ahead)
                .map(end -> end.isAfter(now) ? end : now.plusMillis(1)) // nothing can be said: when the clock has gone on
                .min(Comparator.naturalOrder());
    }

    /** Scores that are kept as events make no score another one. */
    private static boolean counts(LeadEvent event) {
        return !(event instanceof Scored);
    }
    // end::rescoring[]
    // spotless:on

    private void forget(LeadId lead) {
        scores.remove(lead);
        due.set(lead, Optional.empty());
    }

    /** After what no event tells: an erasure, for instance. */
    void changed(LeadId lead) {
        due.notLaterThan(lead, clock.instant());
    }

    /**
     * When to call again if nothing happens; empty for never. It is past where the last run did not do all, and at once where a
     * rule failed: the host waits no less than a pause of its own.
     */
    Optional<Instant> next() {
        return due.next();
    }

    Optional<Score> score(LeadId lead) {
        return Optional.ofNullable(scores.get(lead));
    }
}
