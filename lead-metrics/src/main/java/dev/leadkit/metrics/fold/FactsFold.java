package dev.leadkit.metrics.fold;

import dev.leadkit.event.Actor;
import dev.leadkit.event.AppointmentRequested;
import dev.leadkit.event.Assigned;
import dev.leadkit.event.Captured;
import dev.leadkit.event.ChannelPreferred;
import dev.leadkit.event.Converted;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Lost;
import dev.leadkit.event.Queued;
import dev.leadkit.event.Scored;
import dev.leadkit.event.StageMoved;
import dev.leadkit.event.Touched;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects from events, in their order, what the fold to a {@link Lead} does not keep. */
final class FactsFold implements LeadEvent.Cases<FactsFold> {

    private final Lead lead;
    private final Map<Stage, Instant> reached = new LinkedHashMap<>();
    private final List<Scored> scores = new ArrayList<>();
    private @Nullable Instant respondedAt;
    private @Nullable Instant decidedAt;
    private @Nullable String source;

    private FactsFold(Lead lead) {
        this.lead = lead;
    }

    static LeadFacts of(LeadHistory history) {
        FactsFold fold = new FactsFold(history.lead());
        history.events().forEach(event -> event.match(fold));
        return fold.facts();
    }

    private LeadFacts facts() {
        return new LeadFacts(
                lead.capturedAt(),
                reached,
                Optional.ofNullable(respondedAt),
                lead.convertedAt(),
                lead.lostAt(),
                Optional.ofNullable(source),
                lead.values(),
                decisionScore());
    }

    private Optional<Points> decisionScore() {
        Optional<Instant> cut = firstDecision();
        return scores.stream()
                .filter(scored -> cut.isEmpty() || !scored.occurredAt().isAfter(cut.get()))
                .reduce((earlier, later) -> later)
                .map(scored -> scored.score().total());
    }

    private Optional<Instant> firstDecision() {
        Stream<Instant> outcomes = lead.capturedAt().isEmpty()
                ? Stream.empty()
                : Stream.concat(lead.convertedAt().stream(), lead.lostAt().stream());
        return Stream.concat(Optional.ofNullable(decidedAt).stream(), outcomes).min(Instant::compareTo);
    }

    private FactsFold values(FieldValues values) {
        source = source == null ? values.get(StandardFields.SOURCE).orElse(null) : source;
        return this;
    }

    private FactsFold enter(Stage stage, LeadEvent event) {
        reached.putIfAbsent(stage, event.occurredAt());
        return this;
    }

    private FactsFold decided(LeadEvent event) {
        decidedAt = decidedAt == null ? event.occurredAt() : decidedAt;
        return this;
    }

    @Override
    public FactsFold captured(Captured event) {
        return values(event.values()).enter(event.stage(), event);
    }

    @Override
    public FactsFold updated(Updated event) {
        return values(event.values());
    }

    @Override
    public FactsFold enriched(Enriched event) {
        return values(event.values());
    }

    @Override
    public FactsFold touched(Touched event) {
        return this;
    }

    @Override
    public FactsFold appointmentRequested(AppointmentRequested event) {
        return this;
    }

    @Override
    public FactsFold channelPreferred(ChannelPreferred event) {
        return this;
    }

    @Override
    public FactsFold interacted(Interacted event) {
        Interaction interaction = event.interaction();
        boolean response = interaction.direction() == Direction.OUTBOUND
                && interaction.actor() == Actor.HUMAN
                && lead.capturedAt().filter(event.occurredAt()::isBefore).isEmpty();
        if (response && respondedAt == null) {
            respondedAt = event.occurredAt();
        }
        return this;
    }

    @Override
    public FactsFold stageMoved(StageMoved event) {
        return enter(event.to(), event);
    }

    @Override
    public FactsFold converted(Converted event) {
        return enter(event.stage(), event);
    }

    @Override
    public FactsFold lost(Lost event) {
        return enter(event.stage(), event);
    }

    @Override
    public FactsFold scored(Scored event) {
        scores.add(event);
        return this;
    }

    @Override
    public FactsFold assigned(Assigned event) {
        return decided(event);
    }

    @Override
    public FactsFold queued(Queued event) {
        return decided(event);
    }
}
