package dev.leadkit.desk;

import dev.leadkit.capture.Mapped;
import dev.leadkit.event.AppointmentRequested;
import dev.leadkit.event.Captured;
import dev.leadkit.event.ChannelPreferred;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Touch;
import dev.leadkit.event.Touched;
import dev.leadkit.event.Updated;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Channel;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The events that a submission makes of a lead, the one with the values first. */
record SubmittedEvents(Moment moment, Origin origin, Mapped mapped, LeadHistory history) {

    private static final int LONGEST_CHANNEL = 255;
    /** Room for what most submissions say, name by name and text by text. */
    private static final int CONTENT = 24;

    List<LeadEvent> all(Stage initial) {
        LeadEvent submitted = submitted(initial);
        List<LeadEvent> all = new ArrayList<>();
        all.add(submitted);
        mapped.touch().ifPresent(touch -> all.add(new Touched(touchedHeader(touch), touch)));
        mapped.values()
                .get(StandardFields.APPOINTMENT_AT)
                .ifPresent(at -> all.add(new AppointmentRequested(header("appointment", submitted), at)));
        mapped.values()
                .get(StandardFields.PREFERRED_CHANNEL)
                .filter(SubmittedEvents::isChannel)
                .ifPresent(name -> all.add(new ChannelPreferred(header("channel", submitted), new Channel(name))));
        return all;
    }

    /** The same with the preferred channel as channels are written, so that value and event agree; or a warning that it is none. */
    static Mapped wishing(Mapped mapped) {
        Optional<String> wished = mapped.values().get(StandardFields.PREFERRED_CHANNEL);
        if (wished.isEmpty()) {
            return mapped;
        }
        String name = wished.get().strip().toLowerCase(Locale.ROOT);
        FieldValues.Builder values = mapped.values().toBuilder();
        List<Fault> warnings = new ArrayList<>(mapped.warnings());
        if (isChannel(name)) {
            values.set(StandardFields.PREFERRED_CHANNEL, name);
        } else {
            String rule = "a channel of 1 to " + LONGEST_CHANNEL + " characters";
            warnings.add(new Fault(StandardFields.PREFERRED_CHANNEL.name(), rule, Fault.unseen(wished.get())));
        }
        return new Mapped(values.build(), mapped.touch(), mapped.errors(), warnings);
    }

    private static boolean isChannel(String name) {
        return !name.isBlank() && name.length() <= LONGEST_CHANNEL;
    }

    private EventHeader header(String what, LeadEvent submitted) {
        LeadId lead = history.id();
        return moment.header(lead, EventId.derived(lead, what, submitted.id().value()));
    }

    /** A click identifier is personal, so it does not tell touches apart; the campaign and the moment do. */
    private EventHeader touchedHeader(Touch touch) {
        List<String> content = content("touched");
        touch.tags().forEach((tag, text) -> {
            content.add(tag);
            content.add(text);
        });
        return moment.header(history.id(), EventId.derived(history.id(), content.toArray(String[]::new)));
    }

    private List<String> content(String what) {
        List<String> content = new ArrayList<>(CONTENT);
        content.add(what);
        content.add(origin.system());
        content.add(origin.externalId());
        content.add(moment.told() ? seconds(moment.occurredAt()) : "");
        return content;
    }

    private static String seconds(Instant instant) {
        return instant.getEpochSecond() + "." + instant.getNano();
    }

    /**
     * The identifier must not derive from personal data, so submissions that differ in nothing else are counted through;
     * which is a repetition is told by comparing them.
     */
    private LeadEvent submitted(Stage initial) {
        FieldValues facts = mapped.values().skeleton();
        EventId first = id(facts, 0);
        if (!history.contains(first)) {
            return event(first, initial, facts);
        }
        Map<EventId, LeadEvent> there = submissions();
        for (int number = 0; ; number++) {
            EventId id = id(facts, number);
            LeadEvent earlier = there.get(id);
            if (earlier == null) {
                return event(id, initial, facts);
            }
            if (values(earlier).equals(mapped.values())) {
                return earlier;
            }
        }
    }

    private Map<EventId, LeadEvent> submissions() {
        Map<EventId, LeadEvent> submissions = new HashMap<>();
        history.events().stream()
                .filter(event -> event instanceof Captured || event instanceof Updated)
                .forEach(event -> submissions.put(event.id(), event));
        return submissions;
    }

    private static FieldValues values(LeadEvent event) {
        if (event instanceof Captured captured) {
            return captured.values();
        }
        return event instanceof Updated updated ? updated.values() : FieldValues.EMPTY;
    }

    private LeadEvent event(EventId id, Stage initial, FieldValues facts) {
        EventHeader header = moment.header(history.id(), id);
        FieldValues personal = mapped.values().personal();
        return history.events().isEmpty()
                ? new Captured(header, origin, initial, facts, personal)
                : new Updated(header, origin, facts, personal);
    }

    private EventId id(FieldValues facts, int number) {
        List<String> content = content("submission");
        facts.forEachText((field, text) -> {
            content.add(field);
            content.add(text);
        });
        facts.cleared().forEach(name -> content.add("cleared " + name));
        content.add(Integer.toString(number));
        return EventId.derived(history.id(), content.toArray(String[]::new));
    }
}
