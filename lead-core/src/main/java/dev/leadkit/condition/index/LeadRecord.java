package dev.leadkit.condition.index;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One lead at a time, slot by slot: the shortest way from a host's own object to an answer. It is filled, asked, cleared
 * and filled again, by one thread.
 */
public final class LeadRecord {

    private static final LeadId ID = new LeadId("record");

    private FieldValues.Builder values = FieldValues.builder();
    private final List<Interacted> interactions = new ArrayList<>();

    LeadRecord() {}

    /**
     * Forgets the lead.
     *
     * @return this, without values and interactions
     */
    public LeadRecord clear() {
        values = FieldValues.builder();
        interactions.clear();
        return this;
    }

    /**
     * Gives a field a value.
     *
     * @param slot the field's place
     * @param value its value; null where it is missing
     * @param <F> the field's type
     * @return this
     */
    public <F> LeadRecord set(Slot<F> slot, @Nullable F value) {
        if (value == null) {
            values.clear(slot.field().name());
        } else {
            values.set(slot.field(), value);
        }
        return this;
    }

    /**
     * Gives a number field a whole number.
     *
     * @param slot the field's place
     * @param value its value
     * @return this
     */
    public LeadRecord set(Slot<BigDecimal> slot, long value) {
        return set(slot, BigDecimal.valueOf(value));
    }

    /**
     * Gives a number field a number.
     *
     * @param slot the field's place
     * @param value its value, taken as the shortest decimal that is this double; what is no finite number is missing
     * @return this
     */
    public LeadRecord set(Slot<BigDecimal> slot, double value) {
        return set(slot, Double.isFinite(value) ? BigDecimal.valueOf(value) : null);
    }

    /**
     * Adds an interaction; they are told oldest first.
     *
     * @param interaction what took place
     * @param at when
     * @return this
     */
    public LeadRecord interaction(Interaction interaction, Instant at) {
        EventId id = new EventId(Integer.toString(1_000_000 + interactions.size()));
        interactions.add(new Interacted(new EventHeader(id, ID, at, at), interaction));
        return this;
    }

    /**
     * Adds an interaction without properties; they are told oldest first.
     *
     * @param type what it was, such as {@code email.opened}
     * @param direction which way it went
     * @param epochMilli when, in milliseconds since 1970 in UTC
     * @return this
     */
    public LeadRecord interaction(String type, Direction direction, long epochMilli) {
        return interaction(
                new Interaction(type, direction, Actor.AUTOMATED, Map.of()), Instant.ofEpochMilli(epochMilli));
    }

    /**
     * Reads a lead with its interactions.
     *
     * @param history its events
     * @return this, about that lead
     */
    public LeadRecord read(LeadHistory history) {
        clear();
        values.overlay(history.lead().values());
        interactions.addAll(history.interactions());
        return this;
    }

    /**
     * Reads a lead, without interactions.
     *
     * @param lead the lead
     * @return this, about that lead
     */
    public LeadRecord read(Lead lead) {
        clear();
        values.overlay(lead.values());
        return this;
    }

    /**
     * Keeps the lead for later.
     *
     * @return what the record holds now, read-only
     */
    public EncodedLead encode() {
        return new EncodedLead(this);
    }

    /** As facts. */
    Facts facts(Instant asOf) {
        List<LeadEvent> events = new ArrayList<>();
        interactions.forEach(each -> {
            EventHeader header = new EventHeader(each.id(), ID, each.occurredAt(), each.occurredAt());
            events.add(new Interacted(header, each.interaction()));
        });
        Lead lead = Lead.builder(ID).overlay(values.build()).build();
        return Facts.of(lead, LeadHistory.of(ID, events).until(asOf).interactions(), asOf);
    }
}
