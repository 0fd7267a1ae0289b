package dev.leadkit.event;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds events, in their order, into the lead that they make. */
final class Fold implements LeadEvent.Cases<Lead.Builder> {

    private final Lead.Builder lead;
    private final List<LeadEvent> sorted;
    private final Submitted submitted = new Submitted();
    private int scanned;
    private long newestToken = Long.MIN_VALUE;
    private boolean moved;
    private @Nullable Captured first;
    private @Nullable Instant earliest;

    private Fold(LeadId id, List<LeadEvent> sorted) {
        this.lead = Lead.builder(id);
        this.sorted = sorted;
    }

    static Lead of(LeadId id, List<LeadEvent> sorted) {
        Fold fold = new Fold(id, sorted);
        sorted.forEach(event -> event.match(fold));
        return fold.lead.build();
    }

    private Lead.Builder enter(Stage stage, Instant at) {
        moved = true;
        return lead.stage(stage, at);
    }

    @Override
    public Lead.Builder captured(Captured event) {
        first = first == null ? event : first;
        return submitted(event.origin(), event.occurredAt())
                .overlay(event.facts())
                .overlay(event.personal());
    }

    @Override
    public Lead.Builder updated(Updated event) {
        return submitted(event.origin(), event.occurredAt())
                .overlay(event.facts())
                .overlay(event.personal());
    }

    /**
     * An undated capture stands at its recording, maybe behind a move: only the first stage is the capture's to say. The
     * lead is in it since its earliest submission, whichever of them was told first.
     */
    private Lead.Builder submitted(Origin origin, Instant at) {
        if (origin.dated()) {
            lead.capturedAt(at);
            earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
        }
        return first == null || moved
                ? lead
                : lead.stage(first.stage(), earliest == null ? first.occurredAt() : earliest);
    }

    /** Few leads are enriched: what was submitted before is gathered only for those. */
    @Override
    public Lead.Builder enriched(Enriched event) {
        for (; !sorted.get(scanned).equals(event); scanned++) {
            submitted.add(sorted.get(scanned));
        }
        return lead.overlay(submitted.counted(event));
    }

    @Override
    public Lead.Builder touched(Touched event) {
        return lead;
    }

    @Override
    public Lead.Builder appointmentRequested(AppointmentRequested event) {
        return lead.overlay(event.values());
    }

    @Override
    public Lead.Builder channelPreferred(ChannelPreferred event) {
        return lead.overlay(event.values());
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
