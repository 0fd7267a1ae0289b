package dev.leadkit.event;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import java.time.Instant;
import java.util.List;

/** Folds events, in their order, into the lead that they make. */
final class Fold implements LeadEvent.Cases<Lead.Builder> {

    private final Lead.Builder lead;
    private long newestToken = Long.MIN_VALUE;
    private boolean staged;

    private Fold(LeadId id) {
        this.lead = Lead.builder(id);
    }

    static Lead of(LeadId id, List<LeadEvent> sorted) {
        Fold fold = new Fold(id);
        sorted.forEach(event -> event.match(fold));
        return fold.lead.build();
    }

    /** An undated capture stands at its recording, maybe behind a move: only the first stage is the capture's to say. */
    private Lead.Builder enter(Stage stage, Instant at) {
        staged = true;
        return lead.stage(stage, at);
    }

    @Override
    public Lead.Builder captured(Captured event) {
        if (event.origin().dated()) {
            lead.capturedAt(event.occurredAt());
        }
        lead.overlay(event.facts()).overlay(event.personal());
        return staged ? lead : enter(event.stage(), event.occurredAt());
    }

    @Override
    public Lead.Builder updated(Updated event) {
        if (event.origin().dated()) {
            lead.capturedAt(event.occurredAt());
        }
        return lead.overlay(event.facts()).overlay(event.personal());
    }

    @Override
    public Lead.Builder interacted(Interacted event) {
        return lead;
    }

    @Override
    public Lead.Builder stageMoved(StageMoved event) {
        return enter(event.to(), event.occurredAt());
    }

    @Override
    public Lead.Builder converted(Converted event) {
        return enter(event.stage(), event.occurredAt()).convertedAt(event.occurredAt());
    }

    @Override
    public Lead.Builder lost(Lost event) {
        return enter(event.stage(), event.occurredAt()).lostAt(event.occurredAt());
    }

    @Override
    public Lead.Builder scored(Scored event) {
        return lead.score(event.score());
    }

    @Override
    public Lead.Builder assigned(Assigned event) {
        if (event.token() < newestToken) {
            return lead;
        }
        newestToken = event.token();
        return lead.owner(event.rep());
    }

    @Override
    public Lead.Builder queued(Queued event) {
        return lead;
    }
}
