package dev.leadkit.scoring.kit;

import dev.leadkit.event.AppointmentRequested;
import dev.leadkit.event.Assigned;
import dev.leadkit.event.Captured;
import dev.leadkit.event.ChannelPreferred;
import dev.leadkit.event.Converted;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Lost;
import dev.leadkit.event.Queued;
import dev.leadkit.event.Scored;
import dev.leadkit.event.StageMoved;
import dev.leadkit.event.Touched;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A lead as if all of it had happened some weeks later: its events, and the dates and instants among the values of its fields. */
final class Later implements LeadEvent.Cases<LeadEvent> {

    private static final int DAYS_OF_A_WEEK = 7;

    private final int weeks;

    private Later(int weeks) {
        this.weeks = weeks;
    }

    static Later by(int weeks) {
        return new Later(weeks);
    }

    /**
     * Some weeks, and the weeks from a moment to today: code that asks a clock takes today for the moment, so it shows there
     * if nowhere else. Whoever does not ask it gives the same by any number of weeks.
     */
    static List<Later> byAndToToday(int weeks, Instant asOf) {
        long days = Duration.between(asOf, Instant.now()).toDays();
        return List.of(by(weeks), by((int) (days / DAYS_OF_A_WEEK)));
    }

    LeadHistory move(LeadHistory history) {
        return LeadHistory.of(
                history.id(),
                history.events().stream().map(event -> event.match(this)).toList());
    }

    Instant move(Instant at) {
        return at.plus(Duration.ofDays(days()));
    }

    private long days() {
        return (long) weeks * DAYS_OF_A_WEEK;
    }

    private EventHeader move(EventHeader old) {
        return new EventHeader(old.id(), old.lead(), move(old.occurredAt()), move(old.recordedAt()));
    }

    private FieldValues move(FieldValues old) {
        FieldValues.Builder moved = old.toBuilder();
        for (Field<?> field : old.fields()) {
            String text = old.text(field.name()).orElseThrow();
            if (field.type() == FieldType.DATE) {
                moved.parse(field, LocalDate.parse(text).plusDays(days()).toString());
            } else if (field.type() == FieldType.INSTANT) {
                moved.parse(field, move(Instant.parse(text)).toString());
            }
        }
        return moved.build();
    }

    @Override
    public LeadEvent captured(Captured event) {
        return new Captured(
                move(event.header()), event.origin(), event.stage(), move(event.facts()), move(event.personal()));
    }

    @Override
    public LeadEvent updated(Updated event) {
        return new Updated(move(event.header()), event.origin(), move(event.facts()), move(event.personal()));
    }

    @Override
    public LeadEvent enriched(Enriched event) {
        return new Enriched(
                move(event.header()),
                event.provider(),
                move(event.facts()),
                move(event.personal()),
                event.confidence());
    }

    @Override
    public LeadEvent touched(Touched event) {
        return new Touched(move(event.header()), event.touch());
    }

    @Override
    public LeadEvent appointmentRequested(AppointmentRequested event) {
        return new AppointmentRequested(move(event.header()), move(event.at()));
    }

    @Override
    public LeadEvent channelPreferred(ChannelPreferred event) {
        return new ChannelPreferred(move(event.header()), event.channel());
    }

    @Override
    public LeadEvent interacted(Interacted event) {
        return new Interacted(move(event.header()), event.interaction());
    }

    @Override
    public LeadEvent stageMoved(StageMoved event) {
        return new StageMoved(move(event.header()), event.from(), event.to(), event.reason());
    }

    @Override
    public LeadEvent converted(Converted event) {
        return new Converted(move(event.header()), event.stage(), event.value());
    }

    @Override
    public LeadEvent lost(Lost event) {
        return new Lost(move(event.header()), event.stage(), event.reason());
    }

    @Override
    public LeadEvent scored(Scored event) {
        return new Scored(move(event.header()), event.score());
    }

    @Override
    public LeadEvent assigned(Assigned event) {
        return new Assigned(move(event.header()), event.rep(), event.token(), event.plan(), event.reason());
    }

    @Override
    public LeadEvent queued(Queued event) {
        return new Queued(move(event.header()), event.queue(), event.plan(), event.reason());
    }

    /** For the message of a law that does not hold. */
    @Override
    public String toString() {
        return "all of it moved by " + weeks + " weeks, which shows to code with a clock of its own (and to code that"
                + " looksAtTheCalendar()); ";
    }
}
