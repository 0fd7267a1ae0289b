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
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects from events, in their order, when each field was last told and when the lead last gave a sign of life. */
final class WordsFold implements LeadEvent.Cases<WordsFold> {

    private static final Set<String> KEPT =
            StandardFields.kept().stream().map(Field::name).collect(Collectors.toUnmodifiableSet());

    private final Lead lead;
    private final Map<String, Optional<Instant>> told = new TreeMap<>();
    /** A provider's word replaces none of these, as in the lead. */
    private final Set<String> submitted = new HashSet<>();

    private @Nullable Instant latestSign;
    private boolean isCaptured;
    private boolean isQueued;

    private WordsFold(Lead lead) {
        this.lead = lead;
    }

    static WordsFold of(LeadHistory history) {
        WordsFold fold = new WordsFold(history.lead());
        history.events().forEach(event -> event.match(fold));
        return fold;
    }

    SortedMap<String, Optional<Instant>> words() {
        SortedMap<String, Optional<Instant>> words = new TreeMap<>(told);
        words.keySet().removeIf(name -> KEPT.contains(name) || !hasValue(name));
        return words;
    }

    private boolean hasValue(String name) {
        return lead.values().text(name).filter(text -> !text.isBlank()).isPresent();
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

    private WordsFold told(FieldValues values, Optional<Instant> at) {
        values.fields().forEach(field -> told.put(field.name(), at));
        return this;
    }

    private WordsFold submitted(FieldValues values, Optional<Instant> at) {
        values.fields().forEach(field -> submitted.add(field.name()));
        submitted.addAll(values.cleared());
        return told(values, at);
    }

    private static Optional<Instant> when(LeadEvent event, boolean dated) {
        return dated ? Optional.of(event.occurredAt()) : Optional.empty();
    }

    private WordsFold sign(LeadEvent event) {
        Instant at = event.occurredAt();
        latestSign = latestSign == null || at.isAfter(latestSign) ? at : latestSign;
        return this;
    }

    @Override
    public WordsFold captured(Captured event) {
        isCaptured = true;
        return submitted(event.values(), when(event, event.origin().dated())).sign(event);
    }

    @Override
    public WordsFold updated(Updated event) {
        return submitted(event.values(), when(event, event.origin().dated())).sign(event);
    }

    @Override
    public WordsFold enriched(Enriched event) {
        return told(event.values().without(submitted), when(event, true));
    }

    @Override
    public WordsFold touched(Touched event) {
        return sign(event);
    }

    @Override
    public WordsFold appointmentRequested(AppointmentRequested event) {
        return submitted(event.values(), when(event, true)).sign(event);
    }

    @Override
    public WordsFold channelPreferred(ChannelPreferred event) {
        return submitted(event.values(), when(event, true)).sign(event);
    }

    @Override
    public WordsFold interacted(Interacted event) {
        return sign(event);
    }

    @Override
    public WordsFold stageMoved(StageMoved event) {
        return sign(event);
    }

    @Override
    public WordsFold converted(Converted event) {
        return sign(event);
    }

    @Override
    public WordsFold lost(Lost event) {
        return sign(event);
    }

    @Override
    public WordsFold scored(Scored event) {
        return this;
    }

    @Override
    public WordsFold assigned(Assigned event) {
        return sign(event);
    }

    @Override
    public WordsFold queued(Queued event) {
        isQueued = true;
        return this;
    }
}
