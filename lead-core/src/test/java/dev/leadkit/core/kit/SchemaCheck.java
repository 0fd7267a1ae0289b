package dev.leadkit.core.kit;

import dev.leadkit.json.JsonDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A validator for the part of JSON Schema that ours use; a word that it does not know fails the test. */
public final class SchemaCheck {

    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "$id",
            "$defs",
            "$ref",
            "title",
            "description",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "minLength",
            "maxLength",
            "pattern",
            "enum",
            "const",
            "minimum",
            "maximum",
            "minProperties",
            "maxProperties",
            "oneOf",
            "anyOf",
            "not");

    private final Map<?, ?> root;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(Map<?, ?> root) {
        this.root = root;
    }

    /** The places of a document that a schema does not allow. */
    public static List<String> faults(String schema, Object document) {
        SchemaCheck checking = new SchemaCheck((Map<?, ?>) tree(schema));
        checking.check("$", checking.root, document);
        return checking.faults;
    }

    /** A JSON text as maps, lists, texts, numbers and flags. */
    public static Object tree(String json) {
        List<Object> found = new ArrayList<>();
        JsonDocument.of(json).as("tree", cursor -> Optional.of(Trees.copy(cursor, found)));
        return found.get(0);
    }

    private void check(String path, Map<?, ?> schema, @Nullable Object value) {
        if (!KNOWN.containsAll(schema.keySet())) {
            throw new AssertionError("unknown words in " + schema.keySet());
        }
        if (schema.get("$ref") instanceof String ref) {
            check(path, (Map<?, ?>) ((Map<?, ?>) root.get("$defs")).get(ref.substring("#/$defs/".length())), value);
        }
        need(path, isOfType(schema.get("type"), value));
        need(path, !schema.containsKey("const") || schema.get("const").equals(value));
        need(path, !(schema.get("enum") instanceof Collection<?> words) || words.contains(value));
        if (schema.get("oneOf") instanceof List<?> ways) {
            need(path, ways.stream().filter(way -> fits((Map<?, ?>) way, value)).count() == 1);
        }
        need(path, !(schema.get("not") instanceof Map<?, ?> refused) || !fits(refused, value));
        need(
                path,
                !(schema.get("anyOf") instanceof List<?> some)
                        || some.stream().anyMatch(way -> fits((Map<?, ?>) way, value)));
        if (value instanceof String text) {
            need(
                    path,
                    text.length() >= number(schema, "minLength", 0)
                            && text.length() <= number(schema, "maxLength", 1 << 30));
            need(
                    path,
                    !(schema.get("pattern") instanceof String regex)
                            || Pattern.compile(regex).matcher(text).find());
        } else if (value instanceof BigDecimal number) {
            need(path, !(schema.get("minimum") instanceof BigDecimal least) || number.compareTo(least) >= 0);
            need(path, !(schema.get("maximum") instanceof BigDecimal most) || number.compareTo(most) <= 0);
        } else if (value instanceof List<?> items) {
            need(
                    path,
                    items.size() >= number(schema, "minItems", 0)
                            && items.size() <= number(schema, "maxItems", 1 << 30));
            for (int i = 0; schema.get("items") instanceof Map<?, ?> each && i < items.size(); i++) {
                check(path + "[" + i + "]", each, items.get(i));
            }
        } else if (value instanceof Map<?, ?> members) {
            checkMembers(path, schema, members);
        }
    }

    private void checkMembers(String path, Map<?, ?> schema, Map<?, ?> members) {
        need(
                path,
                members.size() >= number(schema, "minProperties", 0)
                        && members.size() <= number(schema, "maxProperties", 1 << 30));
        need(
                path,
                !(schema.get("required") instanceof List<?> names)
                        || members.keySet().containsAll(new HashSet<>(names)));
        Map<?, ?> known = schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
        members.forEach((name, member) -> {
            if (known.get(name) instanceof Map<?, ?> each) {
                check(path + "." + name, each, member);
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> each) {
                check(path + "." + name, each, member);
            } else {
                need(path + "." + name, schema.get("additionalProperties") != Boolean.FALSE);
            }
        });
    }

    private boolean fits(Map<?, ?> schema, @Nullable Object value) {
        SchemaCheck checking = new SchemaCheck(root);
        checking.check("", schema, value);
        return checking.faults.isEmpty();
    }

    private void need(String path, boolean right) {
        if (!right) {
            faults.add(path);
        }
    }

    private static int number(Map<?, ?> schema, String word, int otherwise) {
        return schema.get(word) instanceof BigDecimal number ? number.intValueExact() : otherwise;
    }

    private static boolean isOfType(@Nullable Object type, @Nullable Object value) {
        if (type instanceof List<?> types) {
            return types.stream().anyMatch(each -> isOfType(each, value));
        }
        if (type == null) {
            return true;
        }
        return switch ((String) type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "number" -> value instanceof BigDecimal;
            case "integer" ->
                value instanceof BigDecimal number
                        && number.stripTrailingZeros().scale() <= 0;
            default -> throw new AssertionError("unknown type " + type);
        };
    }
}
