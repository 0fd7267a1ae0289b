package dev.leadkit.metrics.facts;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.Actor;
import dev.leadkit.event.AppointmentRequested;
import dev.leadkit.event.Assigned;
import dev.leadkit.event.Captured;
import dev.leadkit.event.ChannelPreferred;
import dev.leadkit.event.Converted;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Lost;
import dev.leadkit.event.Queued;
import dev.leadkit.event.Scored;
import dev.leadkit.event.StageMoved;
import dev.leadkit.event.Touch;
import dev.leadkit.event.Touched;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.Score;
import dev.leadkit.metrics.fold.Reserved;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What LeadKit's own events say to figures; those that say nothing are left out. */
final class FactEvents implements LeadEvent.Cases<Optional<Occurrence>> {

    private static final String NO_CHANNEL = "(unknown)";
    private static final Set<String> RESERVED = Set.of(NO_CHANNEL);
    /** The tag of a touch that names its channel, if it has one. */
    private static final List<String> CHANNEL_TAGS = List.of("utm_source", "utm_medium", "utm_campaign");

    private final Function<? super Score, Optional<BigDecimal>> chances;

    FactEvents(Function<? super Score, Optional<BigDecimal>> chances) {
        this.chances = requireNonNull(chances, "chances");
    }

    List<FactEvent> of(LeadHistory history) {
        List<FactEvent> all = new ArrayList<>();
        for (LeadEvent event : history.events()) {
            event.match(this).ifPresent(what -> all.add(of(event, what)));
        }
        return all;
    }

    private static FactEvent of(LeadEvent event, Occurrence what) {
        return new FactEvent(
                event.id().value(), event.occurredAt(), event.header().recordedAt(), what);
    }

    @Override
    public Optional<Occurrence> captured(Captured event) {
        return Optional.of(new Occurrence.Submitted(
                Optional.of(event.stage()), event.facts(), event.origin().dated()));
    }

    @Override
    public Optional<Occurrence> updated(Updated event) {
        return Optional.of(new Occurrence.Submitted(
                Optional.empty(), event.values(), event.origin().dated()));
    }

    @Override
    public Optional<Occurrence> enriched(Enriched event) {
        return Optional.of(new Occurrence.Valued(event.values()));
    }

    @Override
    public Optional<Occurrence> touched(Touched event) {
        return Optional.of(new Occurrence.Touched(channel(event.touch())));
    }

    private static String channel(Touch touch) {
        for (String tag : CHANNEL_TAGS) {
            String value = touch.tags().get(tag);
            if (value != null) {
                return Reserved.apart(value, RESERVED);
            }
        }
        return NO_CHANNEL;
    }

    @Override
    public Optional<Occurrence> appointmentRequested(AppointmentRequested event) {
        return Optional.empty();
    }

    @Override
    public Optional<Occurrence> channelPreferred(ChannelPreferred event) {
        return Optional.empty();
    }

    @Override
    public Optional<Occurrence> interacted(Interacted event) {
        boolean ours = event.interaction().direction() == Direction.OUTBOUND
                && event.interaction().actor() == Actor.HUMAN;
        return ours ? Optional.of(new Occurrence.Responded()) : Optional.empty();
    }

    @Override
    public Optional<Occurrence> stageMoved(StageMoved event) {
        return Optional.of(new Occurrence.Entered(event.to()));
    }

    @Override
    public Optional<Occurrence> converted(Converted event) {
        return Optional.of(new Occurrence.Converted(Optional.of(event.stage()), event.value()));
    }

    @Override
    public Optional<Occurrence> lost(Lost event) {
        return Optional.of(new Occurrence.Lost(Optional.of(event.stage())));
    }

    @Override
    public Optional<Occurrence> scored(Scored event) {
        return Optional.of(new Occurrence.Scored(event.score().total(), chances.apply(event.score())));
    }

    @Override
    public Optional<Occurrence> assigned(Assigned event) {
        return Optional.of(new Occurrence.Owned(Optional.of(event.rep())));
    }

    @Override
    public Optional<Occurrence> queued(Queued event) {
        return Optional.of(new Occurrence.Owned(Optional.empty()));
    }
}
