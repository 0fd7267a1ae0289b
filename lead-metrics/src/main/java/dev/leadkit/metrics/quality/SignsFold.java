package dev.leadkit.metrics.quality;

import dev.leadkit.event.AppointmentRequested;
import dev.leadkit.event.Assigned;
import dev.leadkit.event.Captured;
import dev.leadkit.event.ChannelPreferred;
import dev.leadkit.event.Converted;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Lost;
import dev.leadkit.event.Queued;
import dev.leadkit.event.Scored;
import dev.leadkit.event.StageMoved;
import dev.leadkit.event.Touched;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects from events, in their order, who cares for the lead and when it last gave a sign of life. */
final class SignsFold implements LeadEvent.Cases<SignsFold> {

    private final Lead lead;

    private @Nullable Instant latestSign;
    private boolean isCaptured;
    private boolean isQueued;

    private SignsFold(Lead lead) {
        this.lead = lead;
    }

    static SignsFold of(LeadHistory history) {
        SignsFold fold = new SignsFold(history.lead());
        for (LeadEvent event : history.events()) {
            fold = event.match(fold);
        }
        return fold;
    }

    Optional<OpenLead> open() {
        boolean isOpen =
                isCaptured && lead.convertedAt().isEmpty() && lead.lostAt().isEmpty();
        return isOpen ? Optional.ofNullable(quietSince()).map(since -> new OpenLead(care(), since)) : Optional.empty();
    }

    private Care care() {
        return lead.owner().isPresent() ? Care.OWNER : isQueued ? Care.QUEUE : Care.NOBODY;
    }

    private @Nullable Instant quietSince() {
        Instant appointment = lead.get(StandardFields.APPOINTMENT_AT).orElse(null);
        return appointment == null || (latestSign != null && latestSign.isAfter(appointment))
                ? latestSign
                : appointment;
    }

    private SignsFold sign(LeadEvent event) {
        Instant at = event.occurredAt();
        latestSign = latestSign == null || at.isAfter(latestSign) ? at : latestSign;
        return this;
    }

    @Override
    public SignsFold captured(Captured event) {
        isCaptured = true;
        return sign(event);
    }

    @Override
    public SignsFold updated(Updated event) {
        return sign(event);
    }

    @Override
    public SignsFold enriched(Enriched event) {
        return this;
    }

    @Override
    public SignsFold touched(Touched event) {
        return sign(event);
    }

    @Override
    public SignsFold appointmentRequested(AppointmentRequested event) {
        return sign(event);
    }

    @Override
    public SignsFold channelPreferred(ChannelPreferred event) {
        return sign(event);
    }

    @Override
    public SignsFold interacted(Interacted event) {
        return sign(event);
    }

    @Override
    public SignsFold stageMoved(StageMoved event) {
        return sign(event);
    }

    @Override
    public SignsFold converted(Converted event) {
        return sign(event);
    }

    @Override
    public SignsFold lost(Lost event) {
        return sign(event);
    }

    @Override
    public SignsFold scored(Scored event) {
        return this;
    }

    @Override
    public SignsFold assigned(Assigned event) {
        return sign(event);
    }

    @Override
    public SignsFold queued(Queued event) {
        isQueued = true;
        return this;
    }
}
