package dev.leadkit.routing.json;

import dev.leadkit.json.ConditionJson;
import dev.leadkit.routing.territory.Criteria;
import dev.leadkit.routing.territory.PostalSpan;
import dev.leadkit.routing.territory.SizeSpan;
import dev.leadkit.routing.territory.Territory;
import dev.leadkit.routing.territory.TerritoryEntry;
import dev.leadkit.routing.territory.TerritoryFields;
import dev.leadkit.routing.territory.TerritoryPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a plan says of territories. */
final class TerritoryWriter {

    private TerritoryWriter() {}

    static void write(TerritoryPlan plan, Map<String, Object> tree) {
        if (!plan.fields().equals(TerritoryFields.standard())) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("industry", plan.fields().industry().name());
            fields.put("size", plan.fields().size().name());
            tree.put("territoryFields", fields);
        }
        tree.put(
                "territories",
                plan.territories().stream().map(TerritoryWriter::territory).toList());
        if (!plan.coverage().isEmpty()) {
            tree.put(
                    "coverage",
                    plan.coverage().stream().map(TerritoryWriter::criteria).toList());
        }
    }

    private static Map<String, Object> territory(Territory territory) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", territory.id());
        territory.parent().ifPresent(parent -> tree.put("parent", parent));
        territory.priority().ifPresent(priority -> tree.put("priority", priority));
        if (territory.exclusive()) {
            tree.put("exclusive", true);
        }
        tree.putAll(criteria(territory.criteria()));
        if (!territory.entries().isEmpty()) {
            tree.put(
                    "entries",
                    territory.entries().stream().map(TerritoryWriter::entry).toList());
        }
        return tree;
    }

    private static Map<String, Object> entry(TerritoryEntry entry) {
        Map<String, Object> tree = new LinkedHashMap<>();
        entry.priority().ifPresent(priority -> tree.put("priority", priority));
        tree.putAll(criteria(entry.criteria()));
        return tree;
    }

    private static Map<String, Object> criteria(Criteria criteria) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "country", criteria.countries());
        put(tree, "region", criteria.regions());
        put(
                tree,
                "postalCode",
                criteria.postalCodes().stream().map(PostalSpan::text).toList());
        put(tree, "industry", criteria.industries());
        criteria.size().ifPresent(size -> tree.put("size", size(size)));
        put(tree, "source", criteria.sources());
        put(tree, "company", criteria.companies());
        put(tree, "domain", criteria.domains());
        criteria.when().ifPresent(when -> tree.put("when", ConditionJson.write(when)));
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            tree.put(name, texts.size() == 1 ? texts.get(0) : texts);
        }
    }

    private static Map<String, Object> size(SizeSpan size) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (size.from() != Long.MIN_VALUE) {
            tree.put("from", size.from());
        }
        if (size.to() != Long.MAX_VALUE) {
            tree.put("to", size.to());
        }
        return tree;
    }
}
