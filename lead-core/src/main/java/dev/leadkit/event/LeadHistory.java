package dev.leadkit.event;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to one lead: a set of events, told apart by their identifiers. The order in which events were
 * told, and how often, makes no difference. Immutable and thread-safe: what is derived from the events is computed when it is
 * first asked for, and two threads that ask at once get equal answers.
 */
public final class LeadHistory {

    /** The most events that a store keeps of one lead. */
    public static final int MOST_EVENTS = 10_000;

    private final LeadId id;

    /** In their order. An array, because a store has a history for each lead; {@link #events()} is a view of it. */
    private final LeadEvent[] events;

    private @Nullable List<Interacted> interactions;
    private @Nullable Lead lead;

    private LeadHistory(LeadId id, LeadEvent... sorted) {
        this.id = id;
        this.events = sorted;
    }

    private LeadHistory(LeadId id, Stream<LeadEvent> sorted) {
        this(id, sorted.toArray(LeadEvent[]::new));
    }

    /**
     * The history of a lead.
     *
     * @param id which lead
     * @param events its events in any order, the same one any number of times
     * @return the history
     * @throws IllegalArgumentException if an event is about another lead, or two different events share an identifier (an
     *     event and its redacted form are the same event; the redacted one is kept)
     */
    public static LeadHistory of(LeadId id, Collection<? extends LeadEvent> events) {
        if (events.isEmpty()) {
            return new LeadHistory(id);
        }
        Map<EventId, LeadEvent> byId = new LinkedHashMap<>();
        for (LeadEvent event : events) {
            checkAbout(id, event);
            byId.merge(event.id(), event, LeadHistory::same);
        }
        return new LeadHistory(
                id, byId.values().stream().sorted((a, b) -> a.header().compareTo(b.header())));
    }

    private static LeadEvent same(LeadEvent one, LeadEvent other) {
        if (one.equals(other) || one.equals(other.redacted())) {
            return one;
        }
        if (one.redacted().equals(other)) {
            return other;
        }
        throw new IllegalArgumentException("two different events must not share the identifier " + one.id());
    }

    /**
     * Which lead.
     *
     * @return its identifier
     */
    public LeadId id() {
        return id;
    }

    /**
     * All events.
     *
     * @return the events, oldest first, by {@code (occurredAt, id)}
     */
    public List<LeadEvent> events() {
        return Collections.unmodifiableList(Arrays.asList(events));
    }

    /**
     * Whether an event is among these.
     *
     * @param event which event
     * @return true if there is one of that identifier
     */
    public boolean contains(EventId event) {
        for (LeadEvent each : events) {
            if (each.header().isOf(event)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The interactions among the events.
     *
     * @return the interactions, oldest first
     */
    public List<Interacted> interactions() {
        List<Interacted> known = interactions;
        if (known == null) {
            known = Arrays.stream(events)
                    .filter(Interacted.class::isInstance)
                    .map(Interacted.class::cast)
                    .toList();
            interactions = known;
        }
        return known;
    }

    /**
     * The touches among the events: the first of them is the first touch, the last one the last touch.
     *
     * @return the touches, oldest first
     */
    public List<Touched> touches() {
        return Arrays.stream(events)
                .filter(Touched.class::isInstance)
                .map(Touched.class::cast)
                .toList();
    }

    /**
     * The lead as it is after all these events.
     *
     * @return the fold of the events, in their order
     */
    public Lead lead() {
        Lead known = lead;
        if (known == null) {
            known = Fold.of(id, events());
            lead = known;
        }
        return known;
    }

    /**
     * Which event gave each value that the lead has now.
     *
     * @return the events by the names of the fields that have a value; without the {@linkplain StandardFields#kept() fields
     *     that the library keeps itself}, which follow from what happened
     */
    public SortedMap<String, LeadEvent> sources() {
        SortedMap<String, LeadEvent> sources = new TreeMap<>();
        Submitted before = new Submitted();
        for (LeadEvent event : events) {
            FieldValues values = before.counted(event);
            sources.keySet().removeAll(values.cleared());
            values.fields().forEach(field -> sources.put(field.name(), event));
            before.add(event);
        }
        StandardFields.kept().forEach(field -> sources.remove(field.name()));
        return Collections.unmodifiableSortedMap(sources);
    }

    /**
     * The history with more events.
     *
     * @param more events of the same lead
     * @return the union
     */
    public LeadHistory plus(LeadEvent... more) {
        return plus(Arrays.asList(more));
    }

    /**
     * The history with more events.
     *
     * @param more events of the same lead
     * @return the union; this one if there are none
     */
    public LeadHistory plus(Collection<? extends LeadEvent> more) {
        if (more.isEmpty()) {
            return this;
        }
        return more.size() == 1 ? with(more.iterator().next()) : union(more);
    }

    /** The way of nearly every commit, worth a shorter one: a single new event is put into its place. */
    private LeadHistory with(LeadEvent event) {
        int place = events.length;
        EventId id = event.id();
        for (int i = events.length - 1; i >= 0; i--) {
            LeadEvent other = events[i];
            if (other.header().isOf(id)) {
                return union(List.of(event));
            }
            place = other.header().compareTo(event.header()) > 0 ? i : place;
        }
        checkAbout(this.id, event);
        LeadEvent[] all = Arrays.copyOf(events, events.length + 1);
        System.arraycopy(events, place, all, place + 1, events.length - place);
        all[place] = event;
        return new LeadHistory(this.id, all);
    }

    private LeadHistory union(Collection<? extends LeadEvent> more) {
        Collection<LeadEvent> all = new ArrayList<>(events());
        all.addAll(more);
        return of(id, all);
    }

    private static void checkAbout(LeadId id, LeadEvent event) {
        if (!event.leadId().equals(id)) {
            throw new IllegalArgumentException(
                    "event " + event.id() + " must be about " + id + ", was about " + event.leadId());
        }
    }

    /**
     * What had happened by a moment.
     *
     * @param moment the moment
     * @return the events that occurred at that moment or before
     */
    public LeadHistory until(Instant moment) {
        return events.length == 0 || !events[events.length - 1].occurredAt().isAfter(moment)
                ? this
                : only(event -> !event.occurredAt().isAfter(moment));
    }

    /**
     * What was known at a moment.
     *
     * @param moment the moment
     * @return the events that were recorded at that moment or before, whenever they occurred
     */
    public LeadHistory knownAt(Instant moment) {
        return only(event -> !event.header().recordedAt().isAfter(moment));
    }

    /**
     * The history without personal data.
     *
     * @return every event in its redacted form
     */
    public LeadHistory redacted() {
        return new LeadHistory(id, Arrays.stream(events).map(LeadEvent::redacted));
    }

    private LeadHistory only(Predicate<LeadEvent> kept) {
        return new LeadHistory(id, Arrays.stream(events).filter(kept));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LeadHistory that && id.equals(that.id) && Arrays.equals(events, that.events);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(events);
    }

    @Override
    public String toString() {
        return "LeadHistory[" + id + ", " + events.length + " events]";
    }
}
