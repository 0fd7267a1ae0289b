package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.event.Actor;
import dev.leadkit.event.Captured;
import dev.leadkit.event.Direction;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.examples.benchmarks.workload.Act;
import dev.leadkit.examples.benchmarks.workload.Attribute;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts leads of the workload into the forms that LeadKit scores. What a lead did is a LeadKit interaction from the start. */
final class LeadKitLead {

    private static final Instant CAPTURED = Instant.parse("2025-01-01T00:00:00Z");

    private final Map<List<String>, Interaction> interactions = new HashMap<>();
    private long events;

    /** A lead as a store keeps it. */
    LeadHistory history(int number, Person person) {
        LeadId lead = new LeadId("lead-" + number);
        FieldValues.Builder values = FieldValues.builder();
        for (Attribute.Text attribute : Attribute.texts()) {
            String text = person.text(attribute.place());
            if (text != null) {
                values.set(LeadKitModel.text(attribute), text);
            }
        }
        for (Attribute.Amount attribute : Attribute.numbers()) {
            double value = person.number(attribute.place());
            if (!Double.isNaN(value)) {
                values.set(LeadKitModel.number(attribute), BigDecimal.valueOf(value));
            }
        }
        List<LeadEvent> all = new ArrayList<>();
        all.add(Captured.of(
                header(lead, CAPTURED), new Origin("benchmark", lead.value(), true), new Stage("new"), values.build()));
        for (Act act : person.acts()) {
            all.add(new Interacted(header(lead, Instant.ofEpochMilli(act.getAt())), interaction(act)));
        }
        return LeadHistory.of(lead, all);
    }

    /** Numbered, in the form of a derived identifier, which is the one that takes the least memory. */
    private EventHeader header(LeadId lead, Instant at) {
        return new EventHeader(new EventId("E-%032x".formatted(events++)), lead, at, at);
    }

    /** The same object for the same content, as a store in memory keeps it. */
    Interaction interaction(Act act) {
        String topic = act.getTopic();
        return interactions.computeIfAbsent(
                topic == null ? List.of(act.getType()) : List.of(act.getType(), topic),
                any -> topic == null
                        ? Interaction.inbound(act.getType())
                        : new Interaction(
                                act.getType(),
                                Direction.INBOUND,
                                Actor.AUTOMATED,
                                Map.of(LeadKitModel.TOPIC.name(), topic)));
    }
}
