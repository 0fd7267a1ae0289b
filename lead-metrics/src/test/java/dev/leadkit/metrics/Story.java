package dev.leadkit.metrics;

import dev.leadkit.event.Actor;
import dev.leadkit.event.AppointmentRequested;
import dev.leadkit.event.Assigned;
import dev.leadkit.event.Captured;
import dev.leadkit.event.ChannelPreferred;
import dev.leadkit.event.Converted;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Lost;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Queued;
import dev.leadkit.event.Scored;
import dev.leadkit.event.StageMoved;
import dev.leadkit.event.Touch;
import dev.leadkit.event.Touched;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.Channel;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells what happened to one lead, for tests. */
public final class Story {

    private static final ModelRef MODEL = new ModelRef("test", "1");

    private final LeadId id;
    private final List<LeadEvent> events = new ArrayList<>();

    public Story(String id) {
        this.id = new LeadId(id);
    }

    private EventHeader at(Instant at) {
        return new EventHeader(new EventId(id + "-" + events.size()), id, at, at);
    }

    private Story with(LeadEvent event) {
        events.add(event);
        return this;
    }

    public Story captured(Instant at, boolean dated, String stage, FieldValues values) {
        return with(Captured.of(at(at), new Origin("test", id.value(), dated), new Stage(stage), values));
    }

    public Story captured(Instant at, String source) {
        return captured(at, true, "new", source(source));
    }

    public Story updated(Instant at, FieldValues values) {
        return with(Updated.of(at(at), new Origin("test", id.value(), true), values));
    }

    public Story updated(Instant at, boolean dated, FieldValues values) {
        return with(Updated.of(at(at), new Origin("test", id.value(), dated), values));
    }

    public Story enriched(Instant at, FieldValues values) {
        return with(new Enriched(at(at), "provider", values.skeleton(), values.personal(), new TreeMap<>()));
    }

    public Story touched(Instant at) {
        return with(new Touched(at(at), Touch.of(Map.of("utm_source", "ads")).orElseThrow()));
    }

    public Story wishesAppointment(Instant at, Instant appointment) {
        return with(new AppointmentRequested(at(at), appointment));
    }

    public Story prefers(Instant at, Channel channel) {
        return with(new ChannelPreferred(at(at), channel));
    }

    public static FieldValues source(String source) {
        return source.isEmpty()
                ? FieldValues.EMPTY
                : FieldValues.builder().set(StandardFields.SOURCE, source).build();
    }

    public Story interacted(Instant at, Direction direction, Actor actor) {
        return with(new Interacted(at(at), new Interaction("call", direction, actor, Map.of())));
    }

    public Story moved(Instant at, String stage) {
        return with(new StageMoved(at(at), new Stage("any"), new Stage(stage), ""));
    }

    public Story converted(Instant at) {
        return with(new Converted(at(at), new Stage("won"), Optional.empty()));
    }

    public Story lost(Instant at) {
        return with(new Lost(at(at), new Stage("lost"), "no budget"));
    }

    public Story scored(Instant at, long points) {
        Contribution all = new Contribution("", "all", Contribution.Kind.RULE, Points.of(points));
        return with(new Scored(at(at), new Score(MODEL, Map.of(), Optional.empty(), List.of(all), List.of())));
    }

    public Story assigned(Instant at) {
        return with(new Assigned(at(at), new RepId("rep"), events.size(), MODEL, "free"));
    }

    public Story queued(Instant at) {
        return with(new Queued(at(at), "later", MODEL, "nobody"));
    }

    public LeadHistory history() {
        return LeadHistory.of(id, events);
    }
}
