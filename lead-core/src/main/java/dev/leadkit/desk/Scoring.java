package dev.leadkit.desk;

import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Scored;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.store.StoredLead;
import java.util.List;
import java.util.Optional;

/** Scores a lead and keeps the score. */
record Scoring(Wiring wiring, LeadScorer scorer) {

    DeskResult<Score> apply(StoredLead stored, Moment moment) {
        Called<Score> scored = Called.of("scorer", () -> scorer.score(stored.history(), moment.occurredAt()));
        return scored.value().map(score -> keep(stored, score, moment)).orElseGet(scored::failed);
    }

    /** A score that is as it was is no news: scoring all leads each night must not fill their histories. */
    private DeskResult<Score> keep(StoredLead stored, Score score, Moment moment) {
        LeadHistory history = stored.history();
        Moment free = moment.free(history, Scored.class::isInstance);
        if (latest(history.until(free.occurredAt())).equals(Optional.of(score))) {
            return new DeskResult.Done<>(score, stored.version(), score.faults());
        }
        LeadId lead = history.id();
        EventId id = EventId.derived(lead, "scored", free.occurredAt().toString());
        Scored event = new Scored(free.header(lead, id), score);
        return Wiring.result(wiring.commit(stored, List.of(event)), score, score.faults());
    }

    static Optional<Score> latest(LeadHistory history) {
        return history.events().stream()
                .filter(Scored.class::isInstance)
                .map(event -> ((Scored) event).score())
                .reduce((earlier, later) -> later);
    }
}
