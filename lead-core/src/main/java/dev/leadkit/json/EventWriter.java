package dev.leadkit.json;

import dev.leadkit.event.AppointmentRequested;
import dev.leadkit.event.Assigned;
import dev.leadkit.event.Captured;
import dev.leadkit.event.ChannelPreferred;
import dev.leadkit.event.Converted;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.Lost;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Queued;
import dev.leadkit.event.Scored;
import dev.leadkit.event.StageMoved;
import dev.leadkit.event.Touched;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes events. */
final class EventWriter implements LeadEvent.Cases<Map<String, Object>> {

    @Override
    public Map<String, Object> captured(Captured event) {
        Map<String, Object> tree = start("captured", event);
        tree.put("origin", origin(event.origin()));
        tree.put("stage", event.stage().name());
        sections(event.facts(), event.personal(), tree);
        return tree;
    }

    @Override
    public Map<String, Object> updated(Updated event) {
        Map<String, Object> tree = start("updated", event);
        tree.put("origin", origin(event.origin()));
        sections(event.facts(), event.personal(), tree);
        return tree;
    }

    @Override
    public Map<String, Object> enriched(Enriched event) {
        Map<String, Object> tree = start("enriched", event);
        tree.put("provider", event.provider());
        sections(event.facts(), event.personal(), tree);
        if (!event.confidence().isEmpty()) {
            tree.put("confidence", event.confidence());
        }
        return tree;
    }

    @Override
    public Map<String, Object> touched(Touched event) {
        Map<String, Object> tree = start("touched", event);
        tree.put("tags", event.touch().tags());
        if (!event.touch().clickIds().isEmpty()) {
            tree.put("personal", event.touch().clickIds());
        }
        return tree;
    }

    @Override
    public Map<String, Object> appointmentRequested(AppointmentRequested event) {
        Map<String, Object> tree = start("appointmentRequested", event);
        tree.put("at", event.at().toString());
        return tree;
    }

    @Override
    public Map<String, Object> channelPreferred(ChannelPreferred event) {
        Map<String, Object> tree = start("channelPreferred", event);
        tree.put("channel", event.channel().name());
        return tree;
    }

    @Override
    public Map<String, Object> interacted(Interacted event) {
        Map<String, Object> tree = start("interacted", event);
        tree.put("type", event.interaction().type());
        tree.put("direction", Words.of(event.interaction().direction()));
        tree.put("actor", Words.of(event.interaction().actor()));
        if (!event.interaction().properties().isEmpty()) {
            tree.put("properties", event.interaction().properties());
        }
        return tree;
    }

    @Override
    public Map<String, Object> stageMoved(StageMoved event) {
        Map<String, Object> tree = start("stageMoved", event);
        tree.put("from", event.from().name());
        tree.put("to", event.to().name());
        tree.put("reason", event.reason());
        return tree;
    }

    @Override
    public Map<String, Object> converted(Converted event) {
        Map<String, Object> tree = start("converted", event);
        tree.put("stage", event.stage().name());
        event.value().ifPresent(value -> tree.put("value", money(value)));
        return tree;
    }

    @Override
    public Map<String, Object> lost(Lost event) {
        Map<String, Object> tree = start("lost", event);
        tree.put("stage", event.stage().name());
        tree.put("reason", event.reason());
        return tree;
    }

    @Override
    public Map<String, Object> scored(Scored event) {
        Map<String, Object> tree = start("scored", event);
        tree.put("score", ScoreJson.write(event.score()));
        return tree;
    }

    @Override
    public Map<String, Object> assigned(Assigned event) {
        Map<String, Object> tree = start("assigned", event);
        tree.put("rep", event.rep().value());
        tree.put("token", event.token());
        tree.put("plan", ScoreJson.write(event.plan()));
        tree.put("reason", event.reason());
        return tree;
    }

    @Override
    public Map<String, Object> queued(Queued event) {
        Map<String, Object> tree = start("queued", event);
        tree.put("queue", event.queue());
        tree.put("plan", ScoreJson.write(event.plan()));
        tree.put("reason", event.reason());
        return tree;
    }

    private static Map<String, Object> start(String kind, LeadEvent event) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", EventJson.FORMAT);
        tree.put("kind", kind);
        tree.put("id", event.id().value());
        tree.put("lead", event.leadId().value());
        tree.put("occurredAt", event.occurredAt().toString());
        tree.put("recordedAt", event.header().recordedAt().toString());
        return tree;
    }

    private static Map<String, Object> origin(Origin origin) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("system", origin.system());
        tree.put("externalId", origin.externalId());
        tree.put("dated", origin.dated());
        return tree;
    }

    private static void sections(FieldValues facts, FieldValues personal, Map<String, Object> tree) {
        tree.put("facts", ValuesJson.write(facts));
        if (!facts.cleared().isEmpty()) {
            tree.put("cleared", List.copyOf(facts.cleared()));
        }
        if (!personal.isEmpty()) {
            tree.put("personal", ValuesJson.write(personal));
        }
    }

    private static Map<String, Object> money(Money value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("minor", value.minor());
        tree.put("currency", value.currency().getCurrencyCode());
        return tree;
    }
}
