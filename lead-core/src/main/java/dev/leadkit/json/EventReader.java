package dev.leadkit.json;

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
import dev.leadkit.event.Lost;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Queued;
import dev.leadkit.event.Scored;
import dev.leadkit.event.StageMoved;
import dev.leadkit.event.Touch;
import dev.leadkit.event.Touched;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.Channel;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads one event. Each kind asks for all its members first, so that every fault is found, and is made last. */
final class EventReader {

    private static final List<String> HEADER = List.of("format", "kind", "id", "lead", "occurredAt", "recordedAt");
    private static final List<String> KINDS = List.of(
            "captured",
            "updated",
            "enriched",
            "touched",
            "appointmentRequested",
            "channelPreferred",
            "interacted",
            "stageMoved",
            "converted",
            "lost",
            "scored",
            "assigned",
            "queued");

    private final JsonCursor json;
    private final FieldCatalog catalog;

    EventReader(JsonCursor json, FieldCatalog catalog) {
        this.json = json;
        this.catalog = catalog;
    }

    Optional<LeadEvent> read() {
        Optional<String> format = json.at("format").oneOf(List.of(EventJson.FORMAT));
        Optional<String> kind = json.at("kind").oneOf(KINDS);
        Optional<EventHeader> header = header();
        Optional<Function<EventHeader, LeadEvent>> content = kind.flatMap(this::content);
        return format.isPresent() && header.isPresent()
                ? content.map(with -> with.apply(header.get()))
                : Optional.empty();
    }

    private Optional<EventHeader> header() {
        Optional<EventId> id = named("id", EventId::new);
        Optional<LeadId> lead = named("lead", LeadId::new);
        Optional<Instant> occurredAt = json.at("occurredAt").instant();
        Optional<Instant> recordedAt = json.at("recordedAt").instant();
        return id.isPresent() && lead.isPresent() && occurredAt.isPresent() && recordedAt.isPresent()
                ? json.make(() -> new EventHeader(id.get(), lead.get(), occurredAt.get(), recordedAt.get()))
                : Optional.empty();
    }

    private Optional<Function<EventHeader, LeadEvent>> content(String kind) {
        return switch (kind) {
            case "captured" -> captured();
            case "updated" -> updated();
            case "enriched" -> enriched();
            case "touched" -> touched();
            case "appointmentRequested" -> appointmentRequested();
            case "channelPreferred" -> channelPreferred();
            case "interacted" -> interacted();
            case "stageMoved" -> stageMoved();
            case "converted" -> converted();
            case "lost" -> lost();
            case "scored" -> scored();
            case "assigned" -> assigned();
            default -> queued();
        };
    }

    private Optional<Function<EventHeader, LeadEvent>> captured() {
        only("origin", "stage", "facts", "cleared", "personal");
        Optional<Origin> origin = origin();
        Optional<Stage> stage = named("stage", Stage::new);
        FieldValues values = values();
        return origin.isPresent() && stage.isPresent()
                ? Optional.of(header -> Captured.of(header, origin.get(), stage.get(), values))
                : Optional.empty();
    }

    private Optional<Function<EventHeader, LeadEvent>> updated() {
        only("origin", "facts", "cleared", "personal");
        Optional<Origin> origin = origin();
        FieldValues values = values();
        return origin.map(from -> header -> Updated.of(header, from, values));
    }

    private Optional<Function<EventHeader, LeadEvent>> enriched() {
        only("provider", "facts", "personal", "confidence");
        Optional<String> provider = json.at("provider").text();
        FieldValues values = sections(FieldValues.builder());
        SortedMap<String, Integer> confidence = new TreeMap<>();
        if (!json.at("confidence").isMissing()) {
            json.at("confidence")
                    .members()
                    .forEach(
                            (field, percent) -> percent.integer(0, 100).ifPresent(sure -> confidence.put(field, sure)));
        }
        return provider.map(
                asked -> header -> new Enriched(header, asked, values.skeleton(), values.personal(), confidence));
    }

    private Optional<Function<EventHeader, LeadEvent>> touched() {
        only("tags", "personal");
        SortedMap<String, String> tags = texts(json.at("tags"), Touch.TAGS);
        SortedMap<String, String> clickIds =
                json.at("personal").isMissing() ? new TreeMap<>() : texts(json.at("personal"), Touch.CLICK_IDS);
        return json.make(() -> new Touch(tags, clickIds)).map(touch -> header -> new Touched(header, touch));
    }

    private static SortedMap<String, String> texts(JsonCursor json, Set<String> known) {
        SortedMap<String, String> texts = new TreeMap<>();
        if (!json.unknown(known)) {
            json.members().forEach((name, text) -> text.anyText().ifPresent(value -> texts.put(name, value)));
        }
        return texts;
    }

    private Optional<Function<EventHeader, LeadEvent>> appointmentRequested() {
        only("at");
        Optional<Instant> at = json.at("at").instant();
        return at.map(wanted -> header -> new AppointmentRequested(header, wanted));
    }

    private Optional<Function<EventHeader, LeadEvent>> channelPreferred() {
        only("channel");
        Optional<Channel> channel = named("channel", Channel::new);
        return channel.map(wanted -> header -> new ChannelPreferred(header, wanted));
    }

    private Optional<Function<EventHeader, LeadEvent>> interacted() {
        only("type", "direction", "actor", "properties");
        Optional<String> type = json.at("type").text();
        Optional<Direction> direction = Words.read(json.at("direction"), Direction.class);
        Optional<Actor> actor = Words.read(json.at("actor"), Actor.class);
        Map<String, String> properties = new HashMap<>();
        if (!json.at("properties").isMissing()) {
            json.at("properties")
                    .members()
                    .forEach((name, text) -> text.anyText().ifPresent(value -> properties.put(name, value)));
        }
        return type.isPresent() && direction.isPresent() && actor.isPresent()
                ? Optional.of(header ->
                        new Interacted(header, new Interaction(type.get(), direction.get(), actor.get(), properties)))
                : Optional.empty();
    }

    private Optional<Function<EventHeader, LeadEvent>> stageMoved() {
        only("from", "to", "reason");
        Optional<Stage> from = named("from", Stage::new);
        Optional<Stage> to = named("to", Stage::new);
        Optional<String> reason = json.at("reason").anyText();
        return from.isPresent() && to.isPresent() && reason.isPresent()
                ? Optional.of(header -> new StageMoved(header, from.get(), to.get(), reason.get()))
                : Optional.empty();
    }

    private Optional<Function<EventHeader, LeadEvent>> converted() {
        only("stage", "value");
        Optional<Stage> stage = named("stage", Stage::new);
        Optional<Money> value = json.at("value").isMissing() ? Optional.empty() : money(json.at("value"));
        return stage.map(entered -> header -> new Converted(header, entered, value));
    }

    private Optional<Function<EventHeader, LeadEvent>> lost() {
        only("stage", "reason");
        Optional<Stage> stage = named("stage", Stage::new);
        Optional<String> reason = json.at("reason").anyText();
        return stage.isPresent() && reason.isPresent()
                ? Optional.of(header -> new Lost(header, stage.get(), reason.get()))
                : Optional.empty();
    }

    private Optional<Function<EventHeader, LeadEvent>> scored() {
        only("score");
        Optional<Score> score = ScoreJson.read(json.at("score"));
        return score.map(known -> header -> new Scored(header, known));
    }

    private Optional<Function<EventHeader, LeadEvent>> assigned() {
        only("rep", "token", "plan", "reason");
        Optional<RepId> rep = named("rep", RepId::new);
        OptionalLong token = json.at("token").wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
        Optional<ModelRef> plan = ScoreJson.model(json.at("plan"));
        Optional<String> reason = json.at("reason").anyText();
        return rep.isPresent() && token.isPresent() && plan.isPresent() && reason.isPresent()
                ? Optional.of(header -> new Assigned(header, rep.get(), token.getAsLong(), plan.get(), reason.get()))
                : Optional.empty();
    }

    private Optional<Function<EventHeader, LeadEvent>> queued() {
        only("queue", "plan", "reason");
        Optional<String> queue = json.at("queue").anyText();
        Optional<ModelRef> plan = ScoreJson.model(json.at("plan"));
        Optional<String> reason = json.at("reason").anyText();
        return queue.isPresent() && plan.isPresent() && reason.isPresent()
                ? Optional.of(header -> new Queued(header, queue.get(), plan.get(), reason.get()))
                : Optional.empty();
    }

    private void only(String... members) {
        List<String> known = new ArrayList<>(HEADER);
        known.addAll(List.of(members));
        json.unknown(known);
    }

    private <T> Optional<T> named(String member, Function<String, T> type) {
        return json.at(member).text().flatMap(name -> json.at(member).make(() -> type.apply(name)));
    }

    private Optional<Origin> origin() {
        JsonCursor origin = json.at("origin").only("system", "externalId", "dated");
        Optional<String> system = origin.at("system").text();
        Optional<String> externalId = origin.at("externalId").text();
        Optional<Boolean> dated = origin.at("dated").flag();
        return system.isPresent() && externalId.isPresent() && dated.isPresent()
                ? Optional.of(new Origin(system.get(), externalId.get(), dated.get()))
                : Optional.empty();
    }

    /** Clearings come first: in one event a field has a value or is cleared, never both. */
    private FieldValues values() {
        FieldValues.Builder values = FieldValues.builder();
        json.at("cleared").itemsIfAny().forEach(name -> name.text().ifPresent(values::clear));
        return sections(values);
    }

    private FieldValues sections(FieldValues.Builder values) {
        ValuesJson.read(json.at("facts"), catalog, values);
        if (!json.at("personal").isMissing()) {
            ValuesJson.read(json.at("personal"), catalog, values);
        }
        return values.build();
    }

    private static Optional<Money> money(JsonCursor json) {
        json.only("minor", "currency");
        OptionalLong minor = json.at("minor").wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
        Optional<Currency> currency = currency(json.at("currency"));
        return minor.isPresent() ? currency.map(of -> new Money(minor.getAsLong(), of)) : Optional.empty();
    }

    private static Optional<Currency> currency(JsonCursor json) {
        Optional<String> code = json.text();
        Optional<Currency> currency = Currency.getAvailableCurrencies().stream()
                .filter(known -> code.equals(Optional.of(known.getCurrencyCode())))
                .findFirst();
        if (code.isPresent() && currency.isEmpty()) {
            json.fault("an ISO 4217 code such as EUR", "");
        }
        return currency;
    }
}
