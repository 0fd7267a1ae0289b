package dev.leadkit.json;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.Condition;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON form of conditions.
 *
 * <pre>{@code
 * {"all": [c, ...]}    {"any": [c, ...]}    {"not": c}
 * {"field": "country", "is": "DE"}          {"field": "country", "in": ["DE", "AT"]}
 * {"field": "employees", "atLeast": 50, "lessThan": 500}     (atLeast or moreThan, atMost or lessThan)
 * {"field": "jobTitle", "contains": "engineer"}              (or startsWith, matches)
 * {"field": "email", "present": true}                        (false: is missing)
 * {"field": "capturedAt", "atLeastAgo": "P7D", "atMostAgo": "P30D"}
 * {"field": "contractEnd", "atLeastAhead": "P7D", "atMostAhead": "P60D"}
 * {"interaction": "email.opened", "within": "P30D", "atLeast": 3, "atMost": 9}
 * {"interaction": ["visit", "form"], "direction": "inbound", "where": {"pages": {"atLeast": 3}}}
 * {"interaction": "*", "within": "P90D", "atMost": 0}        (none since; "*" is any type)
 * }</pre>
 *
 * <p>Without {@code atLeast} and {@code atMost}, at least one interaction is asked for. The test of a property has the type
 * of its operands: number, flag or text; any other type is named, {@code {"day": {"type": "date", "atLeast":
 * "2026-01-01"}}}. Two tests of one property stand in a list: {@code "where": [{"page": {...}}, {"page": {...}}]}.
 */
public final class ConditionJson {

    private ConditionJson() {}

    /**
     * Reads a condition.
     *
     * @param json the place where it stands
     * @param catalog the fields that exist
     * @return the condition; empty if faults prevent it
     */
    public static Optional<Condition> read(JsonCursor json, FieldCatalog catalog) {
        return new ConditionReader(catalog).read(json);
    }

    /**
     * Reads which interactions are meant, from the members {@code interaction}, {@code direction} and {@code where}.
     *
     * @param json the object that has these members, among others
     * @return the filter, as far as it could be read
     */
    public static InteractionFilter readFilter(JsonCursor json) {
        return new InteractionReader().filter(json);
    }

    /**
     * Writes a condition.
     *
     * @param condition the condition
     * @return a tree that {@link #read} reads as an equal condition
     */
    public static Map<String, Object> write(Condition condition) {
        if (condition instanceof Condition.All all) {
            return Map.of("all", all.parts().stream().map(ConditionJson::write).toList());
        }
        if (condition instanceof Condition.Any any) {
            return Map.of("any", any.parts().stream().map(ConditionJson::write).toList());
        }
        if (condition instanceof Condition.Not not) {
            return Map.of("not", write(not.part()));
        }
        return writeLeaf(condition);
    }

    private static Map<String, Object> writeLeaf(Condition condition) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (condition instanceof FieldCondition<?> asked) {
            tree.put("field", asked.field().name());
            writeTest(asked, tree);
        } else if (condition instanceof AgeCondition age) {
            tree.put("field", age.field().name());
            age.atLeast().ifPresent(least -> tree.put(age.ahead() ? "atLeastAhead" : "atLeastAgo", least.toString()));
            age.atMost().ifPresent(most -> tree.put(age.ahead() ? "atMostAhead" : "atMostAgo", most.toString()));
        } else if (condition instanceof InteractionCondition count) {
            writeFilter(count.filter(), tree);
            count.within().ifPresent(window -> tree.put("within", window.toString()));
            tree.put("atLeast", count.atLeast());
            count.atMost().ifPresent(most -> tree.put("atMost", most));
        }
        return tree;
    }

    /**
     * Writes which interactions are meant.
     *
     * @param filter the filter
     * @param tree gets the members {@code interaction}, {@code direction} and {@code where}, as far as they say something
     */
    public static void writeFilter(InteractionFilter filter, Map<String, Object> tree) {
        List<String> types = List.copyOf(filter.types());
        tree.put("interaction", types.isEmpty() ? InteractionReader.ANY : types.size() == 1 ? types.get(0) : types);
        filter.direction().ifPresent(way -> tree.put("direction", Words.of(way)));
        List<FieldCondition<?>> properties = filter.properties();
        if (!properties.isEmpty()) {
            tree.put("where", isTwiceAsked(properties) ? separate(properties) : together(properties));
        }
    }

    private static boolean isTwiceAsked(List<FieldCondition<?>> properties) {
        return properties.size()
                != properties.stream()
                        .map(property -> property.field().name())
                        .distinct()
                        .count();
    }

    private static List<Map<String, Object>> separate(List<FieldCondition<?>> properties) {
        return properties.stream().map(property -> together(List.of(property))).toList();
    }

    private static Map<String, Object> together(List<FieldCondition<?>> properties) {
        Map<String, Object> where = new LinkedHashMap<>();
        for (FieldCondition<?> property : properties) {
            Map<String, Object> test = new LinkedHashMap<>();
            writeTest(property, test);
            FieldType<?> type = property.field().type();
            if (!InteractionReader.impliedType(JsonCursor.root(test, fault -> {}))
                    .equals(type)) {
                test.put("type", type.name());
            }
            where.put(property.field().name(), test);
        }
        return where;
    }

    private static void writeTest(FieldCondition<?> asked, Map<String, Object> tree) {
        FieldType<?> type = asked.field().type();
        FieldTest test = asked.test();
        if (test instanceof FieldTest.OneOf oneOf) {
            List<Object> values =
                    oneOf.words().stream().map(word -> value(type, word)).toList();
            tree.put(values.size() == 1 ? "is" : "in", values.size() == 1 ? values.get(0) : values);
        } else if (test instanceof FieldTest.Range range) {
            range.low().ifPresent(low -> tree.put(low.inclusive() ? "atLeast" : "moreThan", value(low)));
            range.high().ifPresent(high -> tree.put(high.inclusive() ? "atMost" : "lessThan", value(high)));
        } else if (test instanceof FieldTest.Contains contains) {
            tree.put("contains", contains.part());
        } else if (test instanceof FieldTest.Prefix prefix) {
            tree.put("startsWith", prefix.start());
        } else if (test instanceof FieldTest.Matches matches) {
            tree.put("matches", matches.expression().regex());
        } else {
            tree.put("present", test instanceof FieldTest.Present);
        }
    }

    private static Object value(FieldType<?> type, String word) {
        if (type == FieldType.NUMBER) {
            return new BigDecimal(word);
        }
        return type == FieldType.FLAG ? (Object) Boolean.valueOf(word) : word;
    }

    private static Object value(FieldTest.Bound bound) {
        return bound.key() instanceof BigDecimal number
                ? new BigDecimal(number.toPlainString())
                : bound.key().toString();
    }
}
