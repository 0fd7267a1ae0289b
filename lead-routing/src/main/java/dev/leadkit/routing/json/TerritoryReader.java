package dev.leadkit.routing.json;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Conditions;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.json.ConditionJson;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.territory.Criteria;
import dev.leadkit.routing.territory.PostalSpan;
import dev.leadkit.routing.territory.SizeSpan;
import dev.leadkit.routing.territory.Territory;
import dev.leadkit.routing.territory.TerritoryEntry;
import dev.leadkit.routing.territory.TerritoryFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a plan says of territories: the members territories, coverage and territoryFields. */
final class TerritoryReader {

    static final String[] CRITERIA = {
        "country", "region", "postalCode", "industry", "size", "source", "company", "domain", "when"
    };
    private static final Condition NEVER = Conditions.any();
    static final String[] ENTRY = with("priority");
    static final String[] TERRITORY = with("id", "parent", "priority", "exclusive", "entries");

    private final FieldCatalog catalog;
    private TerritoryFields fields = TerritoryFields.standard();

    TerritoryReader(FieldCatalog catalog) {
        this.catalog = catalog;
    }

    private static String[] with(String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        Collections.addAll(all, CRITERIA);
        return all.toArray(String[]::new);
    }

    void read(JsonCursor json, PlanBuilder plan) {
        fields(json.at("territoryFields"), plan);
        json.at("territories").itemsIfAny().forEach(item -> territory(item, plan));
        json.at("coverage").itemsIfAny().forEach(item -> {
            item.only(CRITERIA);
            plan.at(item.path()).coverage(criteria(item));
        });
    }

    private void fields(JsonCursor json, PlanBuilder plan) {
        if (!json.isMissing()) {
            json.only("industry", "size");
            fields = new TerritoryFields(
                    named(json.at("industry"), FieldType.TEXT, fields.industry()),
                    named(json.at("size"), FieldType.NUMBER, fields.size()));
        }
        plan.territoryFields(fields);
    }

    private <T> Field<T> named(JsonCursor json, FieldType<T> type, Field<T> standard) {
        if (json.isMissing()) {
            return standard;
        }
        String name = json.text().orElse(standard.name());
        Optional<Field<?>> found = catalog.find(name).filter(field -> field.type() == type);
        if (found.isEmpty()) {
            json.fault("a " + type.name() + " field of the host", Suggestion.of(name, catalog.names()));
        }
        return found.<Field<T>>map(field -> new Field<>(field.name(), type, field.personal()))
                .orElse(standard);
    }

    private void territory(JsonCursor json, PlanBuilder plan) {
        json.only(TERRITORY);
        Criteria criteria = criteria(json);
        List<TerritoryEntry> entries =
                json.at("entries").itemsIfAny().stream().map(this::entry).toList();
        Optional<String> parent = json.at("parent").isMissing()
                ? Optional.empty()
                : json.at("parent").text();
        boolean exclusive =
                !json.at("exclusive").isMissing() && json.at("exclusive").flag().orElse(false);
        OptionalInt priority = priority(json.at("priority"));
        json.at("id")
                .text()
                .flatMap(id -> json.make(() -> new Territory(id, parent, criteria, entries, priority, exclusive)))
                .ifPresent(territory -> plan.at(json.path()).territory(territory));
    }

    private TerritoryEntry entry(JsonCursor json) {
        json.only(ENTRY);
        return new TerritoryEntry(criteria(json), priority(json.at("priority")));
    }

    private static OptionalInt priority(JsonCursor json) {
        return json.isMissing() ? OptionalInt.empty() : json.integer(-1_000_000, 1_000_000);
    }

    private Criteria criteria(JsonCursor json) {
        if (!json.isObject()) {
            return Criteria.any();
        }
        known(json.at("industry"), fields.industry());
        known(json.at("size"), fields.size());
        List<PostalSpan> codes = new ArrayList<>();
        forEachText(
                json.at("postalCode"),
                (place, text) -> place.make(() -> new PostalSpan(text)).ifPresent(codes::add));
        Optional<Condition> when = when(json.at("when"));
        return new Criteria(
                texts(json.at("country")),
                texts(json.at("region")),
                codes,
                texts(json.at("industry")),
                size(json.at("size")),
                texts(json.at("source")),
                texts(json.at("company")),
                texts(json.at("domain")),
                codes.size() == count(json.at("postalCode")) ? when : Optional.of(NEVER));
    }

    private static int count(JsonCursor json) {
        if (json.isMissing()) {
            return 0;
        }
        return json.isList() ? json.items().size() : 1;
    }

    /** What could not be read takes no leads, so that it shares none with others. */
    private Optional<Condition> when(JsonCursor json) {
        return json.isMissing()
                ? Optional.empty()
                : ConditionJson.read(json, catalog).or(() -> Optional.of(NEVER));
    }

    private void known(JsonCursor json, Field<?> field) {
        boolean known = catalog.find(field.name())
                .filter(found -> found.type() == field.type())
                .isPresent();
        if (!json.isMissing() && !known) {
            json.fault(
                    "asked of a host that has the " + field.type().name() + " field \"" + field.name() + "\"",
                    "Name another field under \"territoryFields\".");
        }
    }

    private static List<String> texts(JsonCursor json) {
        List<String> texts = new ArrayList<>();
        forEachText(json, (place, text) -> texts.add(text));
        return texts;
    }

    /** Is told of a text and where it stands. */
    private interface TextAction {
        void accept(JsonCursor place, String text);
    }

    private static void forEachText(JsonCursor json, TextAction action) {
        if (json.isList()) {
            if (json.items().isEmpty()) {
                json.fault("a text, or a list with at least one", "Leave out what is not asked.");
            }
            json.items().forEach(item -> item.text().ifPresent(text -> action.accept(item, text)));
        } else if (!json.isMissing()) {
            json.text().ifPresent(text -> action.accept(json, text));
        }
    }

    private static Optional<SizeSpan> size(JsonCursor json) {
        if (json.isMissing()) {
            return Optional.empty();
        }
        json.only("from", "to");
        if (json.isObject() && json.members().isEmpty()) {
            json.fault("an object with \"from\", \"to\" or both", "");
        }
        return Optional.of(new SizeSpan(end(json.at("from"), Long.MIN_VALUE), end(json.at("to"), Long.MAX_VALUE)));
    }

    private static long end(JsonCursor json, long open) {
        return json.isMissing() ? open : json.wholeNumber(0, Long.MAX_VALUE - 1).orElse(open);
    }
}
